import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceClient } from '#platform/config.ts';

/** One request, read whole. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  text: string;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A service on loopback at which people consent, in the manner of RFC 6749 with PKCE (RFC 7636). */
export interface ConsentServer {
  /** http://127.0.0.1:port */
  url: string;
  privateHost: string;
  client: ServiceClient;
  /** What was asked so far, without the tokens' addresses. */
  asked: Asked[];
  /** How often tokens were renewed. */
  renewals: () => number;
  /** How many consents were given back. */
  givenBack: () => number;
  /** What a person does who follows `url` and agrees: the address they are sent back to. */
  agree(url: string, given?: { refuse?: boolean; scope?: string }): string;
  /** Tokens as after a consent. */
  consent(): { accessToken: string; refreshToken: string };
  /** Takes every consent back, as in the account's own settings. */
  revoke(): void;
  /** Access tokens end now; refresh tokens go on. */
  endAccess(): void;
  /** The next answers of the API, in order, before it answers by itself again. */
  answerNext(...replies: Reply[]): void;
  /** The next request of that method is done, and its answer is lost. */
  loseNext(method: string): void;
  close(): Promise<void>;
}

export interface Door {
  /** The paths of authorize, token and revoke. */
  paths: { authorize: string; token: string; revoke: string };
  apiPath: string;
  scope: string;
  /** Whether each renewal hands out a new refresh token and ends the old one. */
  rotates: boolean;
}

interface Consents {
  access: Set<string>;
  refresh: Set<string>;
  codes: Map<string, { challenge: string; redirectUri: string; scope: string }>;
  renewals: number;
  givenBack: number;
}

export async function startConsentServer(
  door: Door,
  answer: (asked: Asked) => Reply,
): Promise<ConsentServer> {
  const consents = noConsents();
  const asked: Asked[] = [];
  const scripted: Reply[] = [];
  let lost: string | undefined;
  const reply = (one: Asked): Reply => {
    if (one.url.pathname === door.paths.token) return answerTokens(door, consents, one);
    if (one.url.pathname === door.paths.revoke) return answerRevocation(consents, one);
    asked.push(one);
    const bearer = one.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const given = scripted.shift() ?? (consents.access.has(bearer) ? answer(one) : NOT_SIGNED_IN);
    const isLost = one.method === lost;
    if (isLost) lost = undefined;
    return isLost ? { status: 502 } : given;
  };
  const server = createServer((request, response) => {
    void readWhole(request).then((one) => send(response, reply(one)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const privateHost = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${privateHost}`;
  return {
    url,
    privateHost,
    client: clientAt(url, door),
    asked,
    ...controls(door, consents),
    answerNext: (...replies) => void scripted.push(...replies),
    loseNext: (method) => {
      lost = method;
    },
    close: () => closed(server),
  };
}

function noConsents(): Consents {
  return { access: new Set(), refresh: new Set(), codes: new Map(), renewals: 0, givenBack: 0 };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function controls(door: Door, consents: Consents) {
  return {
    renewals: () => consents.renewals,
    givenBack: () => consents.givenBack,
    agree: (address: string, given: { refuse?: boolean; scope?: string } = {}) =>
      agree(door, consents, new URL(address), given),
    consent: () => issue(consents, undefined),
    revoke: () => {
      consents.access.clear();
      consents.refresh.clear();
    },
    endAccess: () => consents.access.clear(),
  };
}

const NOT_SIGNED_IN: Reply = { status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED' } } };

function clientAt(url: string, { paths, apiPath }: Door): ServiceClient {
  return {
    id: 'client-id',
    secret: 'client-secret',
    apiUrl: `${url}${apiPath}`,
    authorizeUrl: `${url}${paths.authorize}`,
    tokenUrl: `${url}${paths.token}`,
    revokeUrl: `${url}${paths.revoke}`,
  };
}

/** The page where one agrees; what a client may get wrong there throws. */
function agree(
  door: Door,
  consents: Consents,
  address: URL,
  { refuse, scope }: { refuse?: boolean; scope?: string },
): string {
  const query = Object.fromEntries(address.searchParams);
  const isRight =
    address.pathname === door.paths.authorize &&
    query.client_id === 'client-id' &&
    query.response_type === 'code' &&
    query.code_challenge_method === 'S256' &&
    /^[\w-]{43}$/.test(query.code_challenge ?? '');
  if (!isRight) throw new Error(`no request for consent: ${address.href}`);
  const back = new URL(query.redirect_uri!);
  back.searchParams.set('state', query.state!);
  if (refuse === true) back.searchParams.set('error', 'access_denied');
  else {
    const code = randomBytes(12).toString('hex');
    const asked = { challenge: query.code_challenge!, redirectUri: query.redirect_uri! };
    consents.codes.set(code, { ...asked, scope: scope ?? door.scope });
    back.searchParams.set('code', code);
  }
  return back.href;
}

function answerTokens(door: Door, consents: Consents, { text }: Asked): Reply {
  const fields = Object.fromEntries(new URLSearchParams(text));
  if (fields.client_id !== 'client-id' || fields.client_secret !== 'client-secret') {
    return { status: 401, body: { error: 'invalid_client' } };
  }
  if (fields.grant_type === 'authorization_code') return answerCode(consents, fields);
  if (!consents.refresh.has(fields.refresh_token ?? '')) {
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been revoked.' } };
  }
  consents.renewals++;
  if (door.rotates) consents.refresh.delete(fields.refresh_token!);
  const { accessToken, refreshToken } = issue(consents, door.rotates ? undefined : fields.refresh_token);
  const rotated = door.rotates && { refresh_token: refreshToken };
  return {
    status: 200,
    body: { access_token: accessToken, expires_in: 3599, scope: door.scope, ...rotated },
  };
}

/** A code is good once, for the place and the verifier it was asked with. */
function answerCode(consents: Consents, fields: Record<string, string>): Reply {
  const code = consents.codes.get(fields.code ?? '');
  consents.codes.delete(fields.code ?? '');
  const proof = createHash('sha256')
    .update(fields.code_verifier ?? '')
    .digest('base64url');
  if (code?.challenge !== proof || code.redirectUri !== fields.redirect_uri) {
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Bad code.' } };
  }
  const { accessToken, refreshToken } = issue(consents, undefined);
  const body = {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: 3599,
    scope: code.scope,
  };
  return { status: 200, body };
}

function answerRevocation(consents: Consents, { text }: Asked): Reply {
  const token = new URLSearchParams(text).get('token') ?? '';
  const isKnown = consents.refresh.delete(token);
  if (isKnown) {
    consents.access.clear();
    consents.givenBack++;
  }
  return isKnown ? { status: 200 } : { status: 400, body: { error: 'invalid_token' } };
}

function issue(consents: Consents, refresh: string | undefined) {
  const accessToken = `access-${randomBytes(9).toString('hex')}`;
  const refreshToken = refresh ?? `refresh-${randomBytes(9).toString('hex')}`;
  consents.access.add(accessToken);
  consents.refresh.add(refreshToken);
  return { accessToken, refreshToken };
}

async function readWhole(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return {
    method: request.method!,
    url: new URL(request.url!, `http://${request.headers.host}`),
    headers: request.headers,
    text: Buffer.concat(parts).toString('utf8'),
  };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}
