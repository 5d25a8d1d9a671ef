export interface FieldError {
  path: string;
  message: string;
}

export type ProblemName =
  | 'invalid'
  | 'bad-request'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'closed'
  | 'too-large'
  | 'too-many'
  | 'time-taken'
  | 'too-late'
  | 'key-reused'
  | 'changed-meanwhile'
  | 'taken'
  | 'not-built'
  | 'unsupported'
  | 'expired'
  | 'unexpected'
  | 'busy'
  | 'timeout';

/**
 * A refusal on its way to the caller (RFC 9457). Acts return their refusals as values; a route, or a check
 * of input deep inside one, turns them into this, and one handler answers.
 */
export class Problem extends Error {
  readonly status: number;
  readonly problem: ProblemName;
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    problem: ProblemName,
    detail: string,
    extra: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.status = status;
    this.problem = problem;
    this.extra = extra;
    this.headers = headers;
  }
}

/** 422 with one or more named fields. */
export function invalid(...errors: FieldError[]): Problem {
  return new Problem(422, 'invalid', errors[0]?.message ?? 'The request is not valid.', { errors });
}

export function notFound(): Problem {
  return new Problem(404, 'not-found', 'There is nothing here, or it is not yours to see.');
}

export function notAllowed(detail = 'You do not have the right to do this.'): Problem {
  return new Problem(403, 'not-allowed', detail);
}

/** A field or route of the contract whose feature comes later: refused with a sentence, never ignored. */
export function notBuilt(path: string): Problem {
  return new Problem(422, 'not-built', `"${path}" is not available in this version.`, {
    errors: [{ path, message: `"${path}" is not available in this version; leave it out.` }],
  });
}

export function tooMany(retryAfterSeconds: number): Problem {
  return new Problem(
    429,
    'too-many',
    `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
    {},
    {
      'Retry-After': String(retryAfterSeconds),
    },
  );
}

/** What the caller reads: type, title, status, detail, and what the problem adds. Never a stack. */
export function problemBody(problem: Problem): Record<string, unknown> {
  return {
    type: `/problems/${problem.problem}`,
    title: TITLES[problem.problem],
    status: problem.status,
    detail: problem.message,
    ...problem.extra,
  };
}

const TITLES: Record<ProblemName, string> = {
  invalid: 'The request is not valid',
  'bad-request': 'The request cannot be read',
  'not-signed-in': 'Not signed in',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  conflict: 'In conflict with the present state',
  gone: 'No longer bookable',
  closed: 'Scheduling is switched off',
  'too-large': 'Too large',
  'too-many': 'Too many requests',
  'time-taken': 'This time is no longer free',
  'too-late': 'Too late for this change',
  'key-reused': 'This key was used for another request',
  'changed-meanwhile': 'Somebody changed it meanwhile',
  taken: 'Already in use',
  'not-built': 'Not available in this version',
  unsupported: 'Unsupported media type',
  expired: 'Expired',
  unexpected: 'Something went wrong',
  busy: 'Busy',
  timeout: 'The request took too long to arrive',
};
