import type { Database } from '../src/platform/db/database.ts';

/** Every row of every table, so that two looks at a house can be held against each other. */
export type Dump = Record<string, string[]>;

/** `except`: tables whose rows may come and go, such as `counters`, which count what was refused. */
export async function dump({ read }: Database, ...except: string[]): Promise<Dump> {
  const tables = await read.introspection.getTables();
  const names = tables.map(({ name }) => name).filter((name) => !except.includes(name));
  const whole: Dump = {};
  for (const name of names.toSorted((one, other) => (one < other ? -1 : 1))) {
    const rows = await read
      .selectFrom(name as 'counters')
      .selectAll()
      .execute();
    whole[name] = rows.map((row) => JSON.stringify(row)).toSorted((one, other) => (one < other ? -1 : 1));
  }
  return whole;
}
