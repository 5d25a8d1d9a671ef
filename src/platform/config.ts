import { isIP } from 'node:net';

export interface Config {
  port: number;
  host: string;
  /** Set once the server listens, when PUBLIC_URL was not given. Never ends in a slash. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  secret: string | undefined;
  setupToken: string | undefined;
  trustedProxies: string[];
  privateHosts: string[];
  /** Bookings a minute for one network address and link; reads are ten times as many; 0 = no limit. */
  publicRateLimit: number;
  logLevel: 'silent' | 'error' | 'info' | 'debug';
  /** How Rondo is known to Google and Microsoft; undefined where nobody registered it. */
  google: ServiceClient | undefined;
  microsoft: ServiceClient | undefined;
}

/** A client registered with a service at which members sign in themselves (OAuth). */
export interface ServiceClient {
  id: string;
  secret: string;
  /** Where its calendars are asked for; none of these ends in a slash. */
  apiUrl: string;
  authorizeUrl: string;
  tokenUrl: string;
  /** Where a consent is given back; null where the service has no such place. */
  revokeUrl: string | null;
}

/** What is wrong with the environment, in a sentence for the person who runs Rondo. */
export class ConfigProblem extends Error {}

/** Reads the environment; refuses with a sentence instead of starting half right. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env, 'PORT', 3000, 65_535);
  const host = env.HOST || '127.0.0.1';
  return {
    port,
    host,
    publicUrl: env.PUBLIC_URL
      ? publicUrl(env.PUBLIC_URL)
      : `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`,
    dataDir: env.DATA_DIR || './data',
    databaseUrl: env.DATABASE_URL ? databaseUrl(env.DATABASE_URL) : undefined,
    smtpUrl: env.SMTP_URL ? smtpUrl(env.SMTP_URL) : undefined,
    mailFrom: env.MAIL_FROM || 'Rondo <rondo@localhost>',
    secret: env.RONDO_SECRET ? secret(env.RONDO_SECRET) : undefined,
    setupToken: env.RONDO_SETUP_TOKEN || undefined,
    trustedProxies: list(env.TRUSTED_PROXIES),
    privateHosts: list(env.PRIVATE_HOSTS),
    publicRateLimit: wholeNumber(env, 'PUBLIC_RATE_LIMIT', 30, 1_000_000),
    logLevel: logLevel(env.LOG_LEVEL),
    google: googleClient(env),
    microsoft: microsoftClient(env),
  };
}

function wholeNumber(
  env: Record<string, string | undefined>,
  name: string,
  otherwise: number,
  max: number,
): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max)
    throw new ConfigProblem(`${name} must be a whole number from 0 to ${max}.`);
  return value;
}

function publicUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new ConfigProblem('PUBLIC_URL must be a whole address, such as https://meet.example.com');
  }
  return new URL(text).href.replace(/\/+$/, '');
}

function databaseUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new ConfigProblem(
    'DATABASE_URL must look like postgres://user:password@host:5432/name; leave it out for SQLite.',
  );
}

function smtpUrl(text: string): string {
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)) return text;
  throw new ConfigProblem('SMTP_URL must look like smtp://user:password@host:587 or smtps://host:465.');
}

function secret(text: string): string {
  if (text.length >= 32) return text;
  throw new ConfigProblem(
    'RONDO_SECRET must have at least 32 characters; "openssl rand -base64 32" makes one.',
  );
}

function logLevel(text: string | undefined): Config['logLevel'] {
  if (!text) return 'info';
  if (text === 'silent' || text === 'error' || text === 'info' || text === 'debug') return text;
  throw new ConfigProblem('LOG_LEVEL must be one of silent, error, info, debug.');
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** GOOGLE_API_URL is for tests and for installations that reach Google through a server of their own. */
function googleClient(env: Record<string, string | undefined>): ServiceClient | undefined {
  const client = clientFrom(env, 'GOOGLE');
  const own = serviceUrl(env, 'GOOGLE_API_URL');
  return (
    client && {
      ...client,
      apiUrl: `${own ?? 'https://www.googleapis.com'}/calendar/v3`,
      authorizeUrl: `${own ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
      tokenUrl: `${own ?? 'https://oauth2.googleapis.com'}/token`,
      revokeUrl: `${own ?? 'https://oauth2.googleapis.com'}/revoke`,
    }
  );
}

/** MICROSOFT_API_URL as above; MICROSOFT_TENANT says whose accounts may sign in. */
function microsoftClient(env: Record<string, string | undefined>): ServiceClient | undefined {
  const client = clientFrom(env, 'MICROSOFT');
  const own = serviceUrl(env, 'MICROSOFT_API_URL');
  const tenant = env.MICROSOFT_TENANT || 'common';
  if (!/^[\w.-]{1,100}$/.test(tenant)) {
    throw new ConfigProblem('MICROSOFT_TENANT must be an id, a domain, "common" or "organizations".');
  }
  const door = `${own ?? 'https://login.microsoftonline.com'}/${tenant}/oauth2/v2.0`;
  return (
    client && {
      ...client,
      apiUrl: `${own ?? 'https://graph.microsoft.com'}/v1.0`,
      authorizeUrl: `${door}/authorize`,
      tokenUrl: `${door}/token`,
      revokeUrl: null,
    }
  );
}

function clientFrom(
  env: Record<string, string | undefined>,
  service: string,
): Pick<ServiceClient, 'id' | 'secret'> | undefined {
  const id = env[`${service}_CLIENT_ID`];
  const secret = env[`${service}_CLIENT_SECRET`];
  if (id && secret) return { id, secret };
  if (!id && !secret) return undefined;
  throw new ConfigProblem(
    `Set both ${service}_CLIENT_ID and ${service}_CLIENT_SECRET, or neither of them; docs/google-and-microsoft.md says where they come from.`,
  );
}

function serviceUrl(env: Record<string, string | undefined>, name: string): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new ConfigProblem(`${name} must be a whole address; leave it out to reach the service itself.`);
}
