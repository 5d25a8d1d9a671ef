import { createHash } from 'node:crypto';
import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { translator } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { hashToken, newToken } from '#platform/secrets.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import type { ConsentKind, ConsentServices } from './consent-kinds.ts';
import { insertConsent } from './store-consents.ts';

/** Long enough to find one's password; what comes later begins again. */
const CONSENT_MS = 15 * 60_000;

/** Where to send the person who is to consent. Their answer is theirs alone, once, from this session. */
export async function beginConsent(
  platform: Platform,
  services: ConsentServices,
  caller: Caller,
  { memberId, kind, session }: { memberId: string; kind: ConsentKind; session: string },
): Promise<string> {
  const service = services[kind];
  if (!service) throw invalid({ path: 'kind', message: translator('en')('calendar.problem.not-set-up') });
  const { clock, secrets } = platform;
  const state = newToken();
  const verifier = newToken();
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const consent = {
      workspace_id: caller.workspaceId,
      state_hash: hashToken(state),
      member_id: memberId,
      kind,
      asked_by: caller.memberId,
      session_hash: hashToken(session),
      verifier: secrets.seal(verifier),
      expires_at: isoAfter(clock, CONSENT_MS),
    };
    await insertConsent(tx, consent, isoNow(clock));
  });
  const url = new URL(service.desk.client.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: service.desk.client.id,
    redirect_uri: returnAddress(platform, kind),
    response_type: 'code',
    scope: [...service.scopes, ...(kind === 'microsoft' ? ['offline_access'] : [])].join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...service.asks,
  }).toString();
  return url.href;
}

/** Registered with the service, letter by letter. */
export function returnAddress({ config }: Platform, kind: ConsentKind): string {
  return `${config.publicUrl}/calendars/consents/${kind}`;
}
