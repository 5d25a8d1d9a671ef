import { cleanSlate, type CleanSlate } from './clean-slate.ts';
import type { Outside } from '../src/calendars/outside/outside.ts';
import type { Permission, Role } from '../src/platform/http/caller.ts';
import { newId } from '../src/platform/ids.ts';
import { admitMember } from '../src/people/admit-member.ts';
import { writeKey } from '../src/people/make-key.ts';

/** Somebody of the workspace, asking with a key of their own. */
export interface Colleague {
  id: string;
  workspaceId: string;
  key: string;
}

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  etag: string | null;
  /** SQL statements that the request caused. */
  statements: number;
}

export interface StaffedHouse extends CleanSlate {
  anna: Colleague;
  bo: Colleague;
  /** From another workspace on the same database. */
  stranger: Colleague;
  hire(
    name: string,
    given?: Partial<{ role: Role; permissions: Permission[]; timeZone: string }>,
  ): Promise<Colleague>;
  ask(
    who: Colleague | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

/** A house where Anna owns the place and Bo sells, in Paris, with a stranger in another workspace. */
export async function staffedHouse(
  now?: string,
  env?: Record<string, string>,
  outside?: Partial<Outside>,
): Promise<StaffedHouse> {
  const slate = await cleanSlate(now, env, outside);
  const home = await foundWorkspace(slate, 'Société Lumen', 'lumen');
  const elsewhere = await foundWorkspace(slate, 'Zakład Śnieżka', 'sniezka');
  const hire: StaffedHouse['hire'] = (name, given = {}) => admit(slate, home, name, given);
  return {
    ...slate,
    anna: await hire('Anna', { role: 'owner' }),
    bo: await hire('Bo'),
    stranger: await admit(slate, elsewhere, 'Marek', { role: 'owner' }),
    hire,
    ask: (who, method, path, body, headers) => ask(slate, who, method, path, body, headers),
  };
}

async function foundWorkspace({ platform }: CleanSlate, name: string, slug: string): Promise<string> {
  const id = newId();
  await platform.db.transact((tx) =>
    tx
      .insertInto('workspaces')
      .values({
        workspace_id: id,
        slug,
        name,
        time_zone: 'Europe/Paris',
        locale: 'fr',
        country: 'FR',
        accent: '#0e5f48',
        settings:
          '{"appointmentPage":{"enabled":false,"linkId":null},"plan":{"name":"-","generalLinksPerMember":null}}',
        version: 1,
        created_at: new Date(platform.clock.now()).toISOString(),
      })
      .execute(),
  );
  return id;
}

function admit(
  { platform }: CleanSlate,
  workspaceId: string,
  name: string,
  given: Parameters<StaffedHouse['hire']>[1],
): Promise<Colleague> {
  const member = {
    name,
    email: `${name.toLowerCase()}@${workspaceId.slice(-6)}.example`,
    role: 'member' as Role,
    seat: true,
    permissions: [],
    timeZone: 'Europe/Paris',
    locale: 'fr' as const,
    active: true,
    holidayListId: null,
    meetingUrl: null,
    ...given,
  };
  return platform.db.transact(async (tx) => {
    const { id } = await admitMember(tx, platform, workspaceId, member, null);
    const { key } = await writeKey(tx, platform, { workspaceId, memberId: id }, 'test', null);
    return { id, workspaceId, key };
  });
}

async function ask(
  { app, logged }: CleanSlate,
  who: Colleague | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const init = {
    method,
    headers: {
      ...(who && { authorization: `Bearer ${who.key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  };
  const response = await app.request(path, init);
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    etag: response.headers.get('etag'),
    statements: Number(/"statements":(\d+)/.exec(logged.at(-1) ?? '')?.[1] ?? 0),
  };
}
