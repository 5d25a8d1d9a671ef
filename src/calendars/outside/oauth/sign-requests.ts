import type { OutwardAnswer } from '#platform/outward/outward.ts';
import type { OpenAccount } from '../provider.ts';
import { askService } from './answers.ts';
import { renewTokens, type TokenDesk } from './ask-tokens.ts';
import { secretFrom, tokensFrom, type Tokens } from './tokens.ts';

export interface ServiceRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** A whole address at the service. */
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Sends a request in the name of an account; any status is an answer. */
export type Send = (
  account: OpenAccount,
  request: ServiceRequest,
  signal: AbortSignal,
) => Promise<OutwardAnswer>;

/** Renewed before they end, so that none ends on its way. */
const RENEW_BEFORE_MS = 60_000;
const RENEWAL_MS = 20_000;

/**
 * Signs requests with the account's access token and renews it in time, or when the service takes it no longer.
 * Several readings of one account share one renewal: some services take each refresh token only once.
 */
export function signRequests(desk: TokenDesk): Send {
  const tokensOf = tokenKeeper(desk);
  const ask = (request: ServiceRequest, tokens: Tokens, signal: AbortSignal): Promise<OutwardAnswer> =>
    askService(desk.outward, {
      method: request.method,
      url: request.url,
      signal,
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
        authorization: `Bearer ${tokens.accessToken}`,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    });
  return async (account, request, signal) => {
    const tokens = await tokensOf(account);
    const first = await ask(request, tokens, signal);
    if (first.status !== 401) return first;
    return ask(request, await tokensOf(account, tokens.accessToken), signal);
  };
}

interface Renewed {
  tokens: Tokens;
  /** Whether the database has them. */
  isKept: boolean;
}

/** The tokens of an account that stand now; `refused` is an access token that the service no longer takes. */
function tokenKeeper(desk: TokenDesk): (account: OpenAccount, refused?: string) => Promise<Tokens> {
  const running = new Map<string, Promise<Renewed>>();
  // By the refresh token they were had for: an account opened before the renewal still holds that one.
  const done = new Map<string, Renewed>();

  return async (account, refused) => {
    const tokens = await latest(account, tokensFrom(account.secret));
    const stands = tokens.expiresAt - RENEW_BEFORE_MS > desk.clock.now() && tokens.accessToken !== refused;
    return stands ? tokens : keep(account, await renew(tokens));
  };

  async function latest(account: OpenAccount, tokens: Tokens): Promise<Tokens> {
    const next = await (running.get(tokens.refreshToken) ?? done.get(tokens.refreshToken));
    if (!next || next.tokens.issuedAt < tokens.issuedAt) return tokens;
    const kept = await keep(account, next);
    return kept.refreshToken === tokens.refreshToken ? kept : latest(account, kept);
  }

  function renew(tokens: Tokens): Promise<Renewed> {
    const key = tokens.refreshToken;
    const shared = running.get(key);
    if (shared) return shared;
    const renewal = renewTokens(desk, tokens, AbortSignal.timeout(RENEWAL_MS))
      .then((fresh) => remember(key, { tokens: fresh, isKept: false }))
      .finally(() => running.delete(key));
    running.set(key, renewal);
    return renewal;
  }

  function remember(key: string, renewed: Renewed): Renewed {
    for (const [old, { tokens }] of done) if (tokens.expiresAt < desk.clock.now()) done.delete(old);
    done.set(key, renewed);
    return renewed;
  }
}

/** At once: whoever has lost a new refresh token has lost the account. */
async function keep(account: OpenAccount, renewed: Renewed): Promise<Tokens> {
  if (!renewed.isKept) {
    renewed.isKept = true;
    try {
      await account.keepSecret(secretFrom(renewed.tokens));
    } catch (error) {
      renewed.isKept = false;
      throw error;
    }
  }
  return renewed.tokens;
}
