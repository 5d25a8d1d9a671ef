import { cleanSlate, type CleanSlate } from '../../demo/clean-slate.ts';
import { admitMember } from './admit-member.ts';
import { hashOf } from './hashing.ts';
import { writeKey } from './make-key.ts';
import type { NewMember } from './member.ts';

export interface Answer {
  status: number;
  // What a route answers is looked at field by field, as a caller would.
  body: any;
  headers: Headers;
}

export interface Asked {
  key?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

export interface Office extends CleanSlate {
  ask(method: string, path: string, body?: unknown, as?: Asked): Promise<Answer>;
}

export const PASSWORD = 'a quiet river at dawn';
export const ORIGIN = 'http://127.0.0.1:3000';

export const firstRun = {
  token: 'set-up-token',
  workspace: { name: 'Nordwind', timeZone: 'Europe/Warsaw', locale: 'en' },
  owner: { name: 'Anna Lindqvist', email: 'anna@nordwind.example', password: PASSWORD },
};

/** An empty house and somebody to ask it. */
export async function emptyOffice(env: Record<string, string> = {}): Promise<Office> {
  const slate = await cleanSlate('2026-11-23T08:00:00Z', env);
  return { ...slate, ask: (method, path, body, as) => ask(slate, method, path, body, as) };
}

export interface Staffed extends Office {
  workspaceId: string;
  /** Keys and ids of the owner Anna, the admin Chloé and the member Bo, all with PASSWORD. */
  anna: Person;
  chloe: Person;
  bo: Person;
}

export interface Person {
  id: string;
  key: string;
  email: string;
}

/** Set up, with an owner, an admin and a member. */
export async function staffedOffice(env: Record<string, string> = {}): Promise<Staffed> {
  const office = await emptyOffice(env);
  const { body } = await office.ask('POST', '/api/setup', firstRun);
  const anna = { id: body.member.id, key: body.apiKey, email: firstRun.owner.email };
  const workspaceId = body.workspace.id;
  const admin = { name: 'Chloé Martin', email: 'chloe@nordwind.example', role: 'admin' } as const;
  const member = { name: 'Bo Åkesson', email: 'bo@nordwind.example', role: 'member' } as const;
  const chloe = await hire(office, workspaceId, admin);
  const bo = await hire(office, workspaceId, member);
  return { ...office, workspaceId, anna, chloe, bo };
}

/** Somebody with PASSWORD and a key, written directly: hashing once is enough for all tests of a file. */
export async function hire(
  { platform }: Office,
  workspaceId: string,
  given: Pick<NewMember, 'name' | 'email' | 'role'>,
): Promise<Person> {
  const rest = {
    seat: true,
    permissions: [],
    timeZone: 'Europe/Warsaw',
    locale: 'en',
    active: true,
  } as const;
  const hash = await passwordHash();
  return platform.db.transact(async (tx) => {
    const whole = { ...rest, ...given, permissions: [], holidayListId: null, meetingUrl: null };
    const { id } = await admitMember(tx, platform, workspaceId, whole, hash);
    const { key } = await writeKey(tx, platform, { workspaceId, memberId: id }, 'Own', null);
    return { id, key, email: given.email };
  });
}

let hashed: Promise<string> | undefined;

function passwordHash(): Promise<string> {
  return (hashed ??= hashOf(PASSWORD));
}

/** Lowest first, for answers that come in any order. */
export function statusesOf(answers: Answer[]): number[] {
  return answers.map((answer) => answer.status).toSorted((one, other) => one - other);
}

/** The session cookie of a fresh sign-in. */
export async function signedIn(office: Office, email: string, password = PASSWORD): Promise<string> {
  const { headers } = await office.ask('POST', '/api/auth/sign-in/email', { email, password });
  return headers.getSetCookie()[0]!.split(';')[0]!;
}

/** Captured mails that the owner's key can read, newest first, once all work is done. */
export async function mailsTo(office: Staffed, to: string): Promise<{ subject: string; text: string }[]> {
  const worker = office.work();
  await worker.drain();
  await worker.stop();
  const query = new URLSearchParams({ to });
  return (await office.ask('GET', `/api/mail?${query}`, undefined, { key: office.anna.key })).body.items;
}

async function ask(
  { app }: CleanSlate,
  method: string,
  path: string,
  body: unknown,
  { key, cookie, headers }: Asked = {},
): Promise<Answer> {
  const response = await app.request(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { cookie, origin: ORIGIN }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** How many rows each table of people has. */
export async function rowCounts({ platform }: Office): Promise<Record<string, number>> {
  const tables = ['workspaces', 'members', 'auth_users', 'auth_accounts', 'api_keys', 'mails'] as const;
  const count = async (table: (typeof tables)[number]): Promise<[string, number]> => {
    const { n } = await platform.db.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return [table, n];
  };
  return Object.fromEntries(await Promise.all(tables.map(count)));
}
