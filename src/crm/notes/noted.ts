import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { RECORD_KINDS, RECORD_PATHS, visibleRecord, type RecordKind } from '#crm/records/record-desks.ts';

/** A record as far as its notes care. */
export interface Noted {
  kind: RecordKind;
  id: string;
  name: string;
  ownerId: string | null;
  /** Its page in the app, below PUBLIC_URL. */
  page: string;
}

/** Where notes are written: on every kind of record, by the API's path. */
export const NOTED_KINDS = RECORD_KINDS.map((kind) => ({
  kind,
  path: `${RECORD_PATHS[kind]}/{id}/notes` as const,
}));
export type NotedKind = (typeof NOTED_KINDS)[number];

/** A record that the caller may see; else there is nothing here (404). */
export async function visibleNoted(
  db: Reader,
  caller: Caller,
  { kind }: NotedKind,
  id: string,
): Promise<Noted> {
  const { name, ownerId } = await visibleRecord(db, caller, kind, id);
  const page = `${RECORD_PATHS[kind].replace('/api', '/admin')}/${id}`;
  return { kind, id, name, ownerId, page };
}
