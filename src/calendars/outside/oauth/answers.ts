import type { Outward, OutwardAnswer, OutwardRequest } from '#platform/outward/outward.ts';
import { askOutside, waitOf } from '../ask-outside.ts';
import { OutsideProblem, type OutsideProblemCode } from '../problem.ts';

/** Asks a service that speaks JSON. Nobody's API sends us elsewhere. */
export async function askService(outward: Outward, request: OutwardRequest): Promise<OutwardAnswer> {
  return askOutside(outward, { ...request, limits: { redirects: 0, ...request.limits } });
}

/** The body of an answer that must be an object; a page of a proxy or of a hotel's network is none. */
export function objectFrom<T>(answer: OutwardAnswer): T {
  const value = readJson(answer.text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T;
  throw new OutsideProblem('no-calendar', `The answer with ${answer.status} is not JSON.`);
}

/** What the service itself calls the error, such as `rateLimitExceeded`; empty when it says nothing. */
export function reasonOf(answer: OutwardAnswer): string {
  const { error } = (readJson(answer.text) ?? {}) as { error?: ErrorBody | string };
  if (typeof error === 'string') return error;
  return String(error?.errors?.[0]?.reason ?? error?.code ?? error?.status ?? '').slice(0, 100);
}

interface ErrorBody {
  /** Microsoft: a name; Google: the status again, with the name in `errors`. */
  code?: string | number;
  status?: string;
  errors?: { reason?: string }[];
}

/** The problem that an answer without success tells of. */
export function problemOf(answer: OutwardAnswer): OutsideProblem {
  const reason = reasonOf(answer);
  const retryAfterMs = waitOf(answer);
  const detail = `${answer.status} ${reason}`.trim();
  return new OutsideProblem(codeOf(answer.status, reason, retryAfterMs), detail, {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function codeOf(status: number, reason: string, waits: number | undefined): OutsideProblemCode {
  if (status === 429 || (status === 503 && waits !== undefined)) return 'wait';
  if (status === 403 && /limit|quota/i.test(reason)) return 'wait';
  // The consent no longer covers what we ask for: as good as taken back.
  if (status === 403 && /insufficient|scope/i.test(reason)) return 'revoked';
  if (status === 409 && /conflict/i.test(reason)) return 'changed';
  return BY_STATUS[status] ?? (status >= 500 || status < 400 ? 'server' : 'refused');
}

const BY_STATUS: Record<number, OutsideProblemCode | undefined> = {
  401: 'revoked',
  403: 'forbidden',
  404: 'gone',
  410: 'gone',
  412: 'changed',
  413: 'too-large',
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
