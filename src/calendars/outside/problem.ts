/**
 * Why an outside calendar could not be read or written:
 * - `address`: our own rules forbid to connect there (PRIVATE_HOSTS), or there is no such server;
 * - `sign-in`: name or password are wrong; `revoked`: the consent was taken back (A9: counts at once);
 * - `gone`: the calendar is no longer there; `forbidden`: it may not be written or read;
 * - `no-calendar`: something answers, but no calendar (a login page, an error page);
 * - `wait`: asked too often; `unreachable`, `timeout`, `server`: nothing to be done here but try again;
 * - `too-large`: more than we read; `changed`: it changed since we last read it (412);
 * - `refused`: the server does not take this very event (400, 409, 422 …): trying again changes nothing;
 * - `not-set-up`: whoever runs Rondo has not named a client for this service.
 */
export type OutsideProblemCode =
  | 'address'
  | 'sign-in'
  | 'revoked'
  | 'gone'
  | 'forbidden'
  | 'no-calendar'
  | 'wait'
  | 'unreachable'
  | 'timeout'
  | 'server'
  | 'too-large'
  | 'changed'
  | 'refused'
  | 'not-set-up';

/** What every provider throws; `detail` is for the log and for whoever looks closer, never a secret. */
export class OutsideProblem extends Error {
  readonly code: OutsideProblemCode;
  /** How long the server asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: OutsideProblemCode,
    detail: string,
    options: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(detail, options);
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}
