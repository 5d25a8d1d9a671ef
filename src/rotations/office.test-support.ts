import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer, type Person, type Termika } from '../../demo/open-termika.ts';
import type { QueueItem, WholeRotation } from './rotation-fields.ts';

export interface Rotating extends Termika {
  ines: Person;
  tomasz: Person;
  priya: Person;
  /** Makes a rotation of people and teams; a name of its own unless `more` says one. */
  rotate: (members: (Person | Team)[], more?: Record<string, unknown>) => Promise<WholeRotation>;
  look: (rotationId: string) => Promise<WholeRotation>;
  change: (rotationId: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  team: (name: string, people: Person[]) => Promise<Team>;
  join: (team: Team, person: Person) => Promise<void>;
  leave: (team: Team, person: Person) => Promise<void>;
  toggle: (rotationId: string, person: Person, available: boolean, as?: Person) => Promise<Answer>;
}

export interface Team {
  team: string;
}

/** Termika with five people who can host. */
export async function rotatingTermika(): Promise<Rotating> {
  const t = await openTermika(await cleanSlate());
  const [ines, tomasz, priya] = [await t.hire('ines'), await t.hire('tomasz'), await t.hire('priya')];
  let made = 0;
  const place = (team: Team, person: Person) => `/api/teams/${team.team}/members/${person.id}`;
  return {
    ...t,
    ines,
    tomasz,
    priya,
    rotate: async (members, more) => {
      made += 1;
      const body = { name: `Rotation ${made}`, members: entriesOf(members), ...more };
      return (await t.call('POST', '/api/rotations', body)).body;
    },
    look: async (id) => (await t.call('GET', `/api/rotations/${id}`)).body,
    change: (id, body, headers) => t.call('PATCH', `/api/rotations/${id}`, body, undefined, headers),
    team: async (name, people) => {
      const body = { name, memberIds: people.map(({ id }) => id) };
      return { team: (await t.call('POST', '/api/teams', body)).body.id };
    },
    join: async (team, person) => void (await t.call('PUT', place(team, person))),
    leave: async (team, person) => void (await t.call('DELETE', place(team, person))),
    toggle: (id, person, available, as) =>
      t.call('PUT', `/api/rotations/${id}/members/${person.id}/availability`, { available }, as),
  };
}

export function entriesOf(members: (Person | Team)[]): { kind: 'member' | 'team'; id: string }[] {
  return members.map((one) =>
    'team' in one ? { kind: 'team', id: one.team } : { kind: 'member', id: one.id },
  );
}

/** First names in the order of the queue. */
export function namesIn({ queue }: { queue: QueueItem[] }): string[] {
  return queue.map(({ name }) => name.split(' ')[0]!);
}
