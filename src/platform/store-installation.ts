import type { Database } from './db/database.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    installation: { name: string; value: string };
  }
}

export async function readInstallation(db: Database, name: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('installation')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

/** Keeps the first value ever written under a name, whoever comes first, and answers that one. */
export async function rememberInstallation(db: Database, name: string, value: string): Promise<string> {
  return db.transact(async (tx) => {
    await tx
      .insertInto('installation')
      .values({ name, value })
      .onConflict((oc) => oc.column('name').doNothing())
      .execute();
    const row = await tx
      .selectFrom('installation')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.value;
  });
}
