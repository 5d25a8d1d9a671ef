/** Asking the server of this very page, and what it refuses. */

export interface FieldError {
  path: string;
  message: string;
}

let say = (sentence: string): string => sentence;

/** Refusals are said by this from now on: the server writes them in English. */
export function sayRefusals(by: (sentence: string) => string): void {
  say = by;
}

/** A sentence of the server's in the reader's language: a reason that came in an answer, not as a refusal. */
export function saidOf(sentence: string): string {
  return say(sentence);
}

/** What the server said no with (RFC 9457). `status` 0: it could not be reached. */
export class RequestProblem extends Error {
  readonly status: number;
  /** The last part of the problem's type: 'time-taken', 'changed-meanwhile'. */
  readonly code: string;
  readonly errors: FieldError[];
  /** Everything else that came with it: `present` of a 412, `alternatives` of a 409. */
  readonly facts: Record<string, unknown>;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: Record<string, unknown> = {}, retryAfter: string | null = null) {
    const { type, title, detail, errors, ...facts } = body;
    super(say(String(detail ?? title ?? (status === 0 ? 'unreachable' : `Error ${status}`))));
    this.status = status;
    this.code = String(type ?? '').replace('/problems/', '');
    const given = Array.isArray(errors) ? (errors as FieldError[]) : [];
    this.errors = given.map(({ path, message }) => ({ path, message: say(message) }));
    this.facts = facts;
    this.retryAfterSeconds = retryAfter === null ? null : Number(retryAfter) || null;
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: unknown;
  /** A file, sent as it is under its own type. */
  file?: Blob;
  /** Sent as If-Match: the version that was read. A stale one is refused with 412. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
}

/** Called when the session has ended; resolves once the person is signed in again, or with false if they gave up. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain = () => Promise.resolve(false);

export function whenSignedOut(ask: SignInAgain): void {
  signInAgain = ask;
}

/**
 * The server's answer as JSON; `undefined` for 204. Refusals and an unreachable server are thrown as
 * RequestProblem. When the session has ended, the person signs in where they are and the request is sent again.
 */
export async function request<Answer = unknown>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  return read<Answer>(await answered(method, path, options));
}

/** The same where the version stands in the ETag alone. */
export async function requestVersioned<Answer extends object>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer & { version: number }> {
  const response = await answered(method, path, options);
  const version = Number(/\d+/.exec(response.headers.get('etag') ?? '')?.[0] ?? 0);
  return { ...(await read<Answer>(response)), version };
}

async function answered(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const response = await send(method, path, options);
  const isShut = response.status === 401 && !path.startsWith('/api/auth/sign-in');
  return isShut && (await signInAgain()) ? send(method, path, options) : response;
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const { body, file, version, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (file !== undefined) headers['content-type'] = file.type;
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file !== undefined && { body: file }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestProblem(0);
  }
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204) return undefined as Answer;
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as Answer;
  throw new RequestProblem(
    response.status,
    body as Record<string, unknown>,
    response.headers.get('retry-after'),
  );
}

/** `?a=1&b=2` of what is there; undefined, null and '' are left out. */
export function queryString(values: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([k, v]) => [k, String(v)]))}`;
}
