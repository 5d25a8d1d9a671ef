import type { Clock } from '#platform/clock.ts';
import type { ServiceClient } from '#platform/config.ts';
import type { Outward, OutwardAnswer } from '#platform/outward/outward.ts';
import { OutsideProblem } from '../problem.ts';
import { askService, objectFrom, problemOf, reasonOf } from './answers.ts';
import type { Tokens } from './tokens.ts';

/** What an answer of the service's token address holds (RFC 6749, 5.1). */
interface TokenAnswer {
  access_token?: string;
  refresh_token?: string;
  expires_in?: number | string;
  scope?: string;
}

/** Who asks for tokens, and by what. */
export interface TokenDesk {
  outward: Outward;
  client: ServiceClient;
  clock: Clock;
}

/** What a consent is exchanged for; a `scope` that the person left out is missing in `granted`. */
export async function exchangeCode(
  desk: TokenDesk,
  given: { code: string; verifier: string; redirectUri: string },
  signal: AbortSignal,
): Promise<{ tokens: Tokens; granted: string[] }> {
  const answer = await askForTokens(desk, signal, {
    grant_type: 'authorization_code',
    code: given.code,
    code_verifier: given.verifier,
    redirect_uri: given.redirectUri,
  });
  return { tokens: tokensOf(desk, answer), granted: (answer.scope ?? '').split(' ') };
}

/** New tokens for old ones. Microsoft hands out a new refresh token each time, Google keeps the first. */
export async function renewTokens(desk: TokenDesk, old: Tokens, signal: AbortSignal): Promise<Tokens> {
  const answer = await askForTokens(desk, signal, {
    grant_type: 'refresh_token',
    refresh_token: old.refreshToken,
  });
  return tokensOf(desk, { refresh_token: old.refreshToken, ...answer });
}

/** Gives a consent back, where the service takes it back. */
export async function giveBack(
  { outward, client }: TokenDesk,
  tokens: Tokens,
  signal: AbortSignal,
): Promise<void> {
  if (client.revokeUrl === null) return;
  await askService(outward, form(client.revokeUrl, { token: tokens.refreshToken }, signal));
}

async function askForTokens(
  { outward, client }: TokenDesk,
  signal: AbortSignal,
  fields: Record<string, string>,
): Promise<TokenAnswer> {
  const named = { ...fields, client_id: client.id, client_secret: client.secret };
  const answer = await askService(outward, form(client.tokenUrl, named, signal));
  if (answer.status === 200) return objectFrom<TokenAnswer>(answer);
  throw refusalOf(answer);
}

function form(url: string, fields: Record<string, string>, signal: AbortSignal) {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(fields).toString(),
    signal,
  };
}

/** Errors of the token address have names of their own (RFC 6749, 5.2). */
function refusalOf(answer: OutwardAnswer): OutsideProblem {
  const reason = reasonOf(answer);
  if (/^(invalid_grant|interaction_required|consent_required|login_required)$/.test(reason)) {
    return new OutsideProblem('revoked', reason);
  }
  if (/^(invalid_client|unauthorized_client)$/.test(reason)) return new OutsideProblem('not-set-up', reason);
  if (/^(temporarily_unavailable|server_error)$/.test(reason)) return new OutsideProblem('server', reason);
  return problemOf(answer);
}

function tokensOf({ clock }: TokenDesk, answer: TokenAnswer): Tokens {
  const { access_token: accessToken, refresh_token: refreshToken } = answer;
  if (!accessToken || !refreshToken) throw new OutsideProblem('server', 'The answer holds no tokens.');
  const seconds = Number(answer.expires_in ?? 3600);
  const issuedAt = clock.now();
  return { accessToken, refreshToken, issuedAt, expiresAt: issuedAt + (seconds > 0 ? seconds : 3600) * 1000 };
}
