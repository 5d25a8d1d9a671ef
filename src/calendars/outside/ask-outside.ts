import {
  OutwardFault,
  type Outward,
  type OutwardAnswer,
  type OutwardFaultKind,
  type OutwardRequest,
} from '#platform/outward/outward.ts';
import { OutsideProblem, type OutsideProblemCode } from './problem.ts';

/** Asks a calendar's server; what gave no answer at all is a problem of the calendar. */
export async function askOutside(outward: Outward, request: OutwardRequest): Promise<OutwardAnswer> {
  try {
    return await outward(request);
  } catch (cause) {
    if (cause instanceof OutwardFault) throw new OutsideProblem(CODES[cause.kind], cause.message, { cause });
    if (request.signal?.aborted)
      throw new OutsideProblem('timeout', 'The time for asking was over.', { cause });
    throw cause;
  }
}

const CODES: Readonly<Record<OutwardFaultKind, OutsideProblemCode>> = {
  address: 'address',
  redirect: 'address',
  unreachable: 'unreachable',
  encryption: 'unreachable',
  timeout: 'timeout',
  'too-large': 'too-large',
};

const LONGEST_WAIT_MS = 3_600_000;

/** Retry-After (RFC 9110, 10.2.3), seconds or a date, in milliseconds: at most an hour, whatever is asked for. */
export function waitOf({ headers }: OutwardAnswer): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
