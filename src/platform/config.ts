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
