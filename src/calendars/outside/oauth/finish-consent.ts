import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { hashToken } from '#platform/secrets.ts';
import { renewAccount } from '../change-account.ts';
import { connect } from '../connect.ts';
import { openSignIn, type SignIn } from '../open-account.ts';
import { OutsideProblem } from '../problem.ts';
import { accountsOf } from '../store-accounts.ts';
import { trySignIn } from '../try-sign-in.ts';
import { exchangeCode } from './ask-tokens.ts';
import { returnAddress } from './begin-consent.ts';
import { providersOf, type ConsentKind, type ConsentService, type ConsentServices } from './consent-kinds.ts';
import { takeConsent, type Consent } from './store-consents.ts';
import { secretFrom, type Tokens } from './tokens.ts';

/** What the settings say to who comes back. */
export type ConsentOutcome = 'connected' | 'refused' | 'expired' | 'failed';

/** What the service sends somebody back with. */
export interface ConsentAnswer {
  kind: ConsentKind;
  session: string;
  state: string;
  code?: string | undefined;
  error?: string | undefined;
}

const MOST_WAITED_MS = 20_000;

/** Takes an answer once; an account that was connected before goes on with the new consent. */
export async function finishConsent(
  platform: Platform,
  services: ConsentServices,
  caller: Caller,
  answer: ConsentAnswer,
): Promise<{ outcome: ConsentOutcome; memberId?: string }> {
  const consent = await platform.db.transact((tx) =>
    takeConsent(tx, {
      workspace_id: caller.workspaceId,
      state_hash: hashToken(answer.state),
      kind: answer.kind,
      asked_by: caller.memberId,
      session_hash: hashToken(answer.session),
    }),
  );
  if (!consent) return { outcome: 'expired' };
  const outcome = await outcomeOf(platform, services, caller, consent, answer).catch((error: unknown) => {
    sayWhy(platform, answer.kind, error);
    return 'failed' as const;
  });
  return { outcome, memberId: consent.member_id };
}

async function outcomeOf(
  platform: Platform,
  services: ConsentServices,
  caller: Caller,
  consent: Consent,
  { kind, code, error }: ConsentAnswer,
): Promise<ConsentOutcome> {
  if (consent.expires_at <= isoNow(platform.clock)) return 'expired';
  if (error === 'access_denied' || error === 'consent_required') return 'refused';
  const service = services[kind];
  if (error !== undefined || code === undefined || !service) return 'failed';
  const verifier = platform.secrets.open(consent.verifier);
  const tokens = await askForTokens(platform, service, { kind, code, verifier });
  if (tokens === 'refused') return 'refused';
  await keepConsent(platform, services, caller, consent.member_id, { kind, tokens });
  return 'connected';
}

/** Whoever comes back has the address with the code before them: they are led on whatever happened. */
function sayWhy({ log }: Platform, kind: ConsentKind, error: unknown): void {
  if (error instanceof OutsideProblem || error instanceof Problem) {
    const why = error instanceof OutsideProblem ? error.code : error.problem;
    log.info('a consent came to nothing', { kind, why, detail: error.message });
  } else log.error('a consent failed', errorFacts(error));
}

async function askForTokens(
  platform: Platform,
  { desk, scopes }: ConsentService,
  { kind, code, verifier }: { kind: ConsentKind; code: string; verifier: string },
): Promise<Tokens | 'refused'> {
  const signal = AbortSignal.timeout(MOST_WAITED_MS);
  const redirectUri = returnAddress(platform, kind);
  const { tokens, granted } = await exchangeCode(desk, { code, verifier, redirectUri }, signal);
  // Microsoft writes its scopes with or without its own address before them.
  const names = granted.map((one) => one.toLowerCase());
  const isWhole = scopes.every((scope) => names.some((one) => one.endsWith(scope.toLowerCase())));
  return isWhole ? tokens : 'refused';
}

async function keepConsent(
  platform: Platform,
  services: ConsentServices,
  caller: Caller,
  memberId: string,
  { kind, tokens }: { kind: ConsentKind; tokens: Tokens },
): Promise<void> {
  const { provider } = services[kind]!;
  const unnamed: SignIn = { kind, url: '', username: '', secret: secretFrom(tokens) };
  const found = await trySignIn(providersOf(services), unnamed);
  const opened = openSignIn({ ...unnamed, secret: found.secret });
  const signal = AbortSignal.timeout(MOST_WAITED_MS);
  const username = await provider.addressOf(opened.account, found.calendars, signal);
  const signIn = { ...unnamed, username };
  const kept = { signIn, found: { ...found, secret: opened.kept() } };
  const accounts = await accountsOf(platform.db.read, caller.workspaceId, memberId);
  const same = accounts.find((one) => one.kind === kind && one.username === username);
  if (same) await renewAccount(platform, caller, memberId, same.account_id, kept);
  else await connect(platform, caller, memberId, kept);
}
