/** A request to a server that somebody named: a calendar, a feed, a webhook. */
export interface OutwardRequest {
  method: string;
  /** http or https; where it leads is checked for every step of a redirect (ABUSE 30). */
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** What the answer may cost at most; narrower than OUTWARD_LIMITS where a caller knows better. */
  limits?: Partial<OutwardLimits>;
  signal?: AbortSignal;
}

export interface OutwardLimits {
  /** Of the unpacked answer. */
  bytes: number;
  /** From the first lookup to the last byte. */
  milliseconds: number;
  /** None: the redirect itself is the answer. */
  redirects: number;
}

export const OUTWARD_LIMITS: OutwardLimits = { bytes: 32 * 1024 * 1024, milliseconds: 30_000, redirects: 5 };

export interface OutwardAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Where the answer came from, after redirects. */
  url: string;
}

/** Asks a server outside. Any answer with a status is an answer; only what gave none throws `OutwardFault`. */
export type Outward = (request: OutwardRequest) => Promise<OutwardAnswer>;

export type OutwardFaultKind =
  | 'address'
  | 'unreachable'
  | 'encryption'
  | 'timeout'
  | 'too-large'
  | 'redirect';

/** Why a server gave no answer that can be used. Its message is a sentence for whoever named the server. */
export class OutwardFault extends Error {
  readonly kind: OutwardFaultKind;

  constructor(kind: OutwardFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
