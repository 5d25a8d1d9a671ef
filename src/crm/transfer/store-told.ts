import type { Tx } from '#platform/db/database.ts';
import type { NewRow } from '#platform/db/tables.ts';
import { newId } from '#platform/ids.ts';
import type { NewEntry, RecordRef } from '#crm/timeline/entry.ts';
import '#crm/timeline/tables.ts';

/** Something that happened with a new record, and what the record belongs to. */
export interface Told {
  entry: NewEntry;
  record: RecordRef;
  companyIds: readonly string[];
}

/** The beginnings of many timelines in two statements: a new record's places are known without asking (P8). */
export async function appendBeginnings(tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const entries: NewRow<'timeline_entries'>[] = [];
  const places: NewRow<'timeline_records'>[] = [];
  for (const { entry, record, companyIds } of told) {
    const { workspaceId: workspace_id, kind, at, by } = entry;
    const entry_id = newId();
    const by_id = by.kind === 'member' ? by.id : null;
    const data = JSON.stringify(entry.data ?? {});
    const place = { record_kind: record.kind, record_id: record.id };
    entries.push({
      workspace_id,
      entry_id,
      kind,
      at,
      by_kind: by.kind,
      by_id,
      ...place,
      booking_id: null,
      data,
    });
    places.push({ workspace_id, ...place, entry_id });
    for (const id of companyIds)
      places.push({ workspace_id, record_kind: 'company', record_id: id, entry_id });
  }
  await tx.insertInto('timeline_entries').values(entries).execute();
  for (let from = 0; from < places.length; from += MOST_PLACES) {
    await tx
      .insertInto('timeline_records')
      .values(places.slice(from, from + MOST_PLACES))
      .execute();
  }
}

/** A statement takes only so many values. */
const MOST_PLACES = 1_000;
