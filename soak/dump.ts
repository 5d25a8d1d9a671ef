import type { Database } from '../src/platform/db/database.ts';

/** Every row of every table, so that two looks at a house can be held against each other. */
export type Dump = Record<string, string[]>;

/** `except`: tables whose rows may come and go, such as `counters`, which count what was refused. */
export async function dump({ read }: Database, ...except: string[]): Promise<Dump> {
  const names = await tablesOf(read);
  const whole: Dump = {};
  for (const name of names.filter((name) => !except.includes(name))) {
    const rows = await read
      .selectFrom(name as 'counters')
      .selectAll()
      .execute();
    whole[name] = rows.map((row) => JSON.stringify(row)).toSorted((one, other) => (one < other ? -1 : 1));
  }
  return whole;
}

const known = new WeakMap<Database['read'], Promise<string[]>>();

/** Asked once: a game looks hundreds of times. */
function tablesOf(read: Database['read']): Promise<string[]> {
  const asked =
    known.get(read) ??
    read.introspection
      .getTables()
      .then((tables) => tables.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : 1)));
  known.set(read, asked);
  return asked;
}
