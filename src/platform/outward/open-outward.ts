import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Config } from '../config.ts';
import { askOnce, type Agents } from './ask-once.ts';
import type { Resolve } from './outward-address.ts';
import {
  OUTWARD_LIMITS,
  OutwardFault,
  type Outward,
  type OutwardAnswer,
  type OutwardLimits,
  type OutwardRequest,
} from './outward.ts';
import { nextStep } from './redirect.ts';

/**
 * The one client for servers that somebody named: calendars, feeds, webhooks (ABUSE 30, 31). Wherever it connects was
 * checked just before, for every step of a redirect; whatever comes back is cut at the limits. Idle connections are
 * kept for a few seconds, because a calendar is asked several things in a row.
 */
export function openOutward(config: Pick<Config, 'privateHosts'>, resolve?: Resolve): Outward {
  const door = { privateHosts: config.privateHosts, resolve, agents: openAgents() };
  return async (request) => {
    const limits = { ...OUTWARD_LIMITS, ...request.limits };
    const clock = startClock(limits, request.signal);
    try {
      return await followSteps(request, limits, (step) => askOnce(door, step, limits.bytes, clock.signal));
    } finally {
      clock.stop();
    }
  };
}

type Ask = (request: OutwardRequest) => Promise<OutwardAnswer>;

async function followSteps(first: OutwardRequest, limits: OutwardLimits, ask: Ask): Promise<OutwardAnswer> {
  let request = first;
  for (let taken = 0; ; taken += 1) {
    const answer = await ask(request);
    const next = limits.redirects > 0 ? nextStep(request, answer) : undefined;
    if (!next) return answer;
    if (taken === limits.redirects) {
      throw new OutwardFault('redirect', 'This server sends from one address to the next without an end.');
    }
    request = next;
  }
}

/** From the first lookup to the last byte, however slowly they come; ends early when the caller gives up. */
function startClock({ milliseconds }: OutwardLimits, given: AbortSignal | undefined) {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, milliseconds);
  given?.addEventListener('abort', end, { once: true });
  if (given?.aborted) end();
  const stop = () => {
    clearTimeout(timer);
    given?.removeEventListener('abort', end);
  };
  return { signal: ending.signal, stop };
}

/** Enough for all hosts of one booking at once; no server can keep others from their connections. */
function openAgents(): Agents {
  const kept = { keepAlive: true, maxSockets: 16, maxFreeSockets: 4, timeout: 5_000 };
  return { http: new HttpAgent(kept), https: new HttpsAgent(kept) };
}
