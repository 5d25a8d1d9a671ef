import type { Flag } from '#platform/db/tables.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    timeline_entries: {
      workspace_id: string;
      entry_id: string;
      kind: string;
      at: string;
      by_kind: 'member' | 'visitor' | 'system';
      by_id: string | null;
      /** Where it happened; timeline_records says on whose timelines it stands. */
      record_kind: string;
      record_id: string;
      booking_id: string | null;
      data: string;
    };
    timeline_records: {
      workspace_id: string;
      record_kind: string;
      record_id: string;
      entry_id: string;
    };
    /** What a record is found by: a folded word, or the rest of one after a sign. */
    search_terms: {
      workspace_id: string;
      record_kind: string;
      term: string;
      record_id: string;
    };
    /** What a record is recognised by; shared where another of its kind has the key, too, and they make a pair. */
    record_keys: {
      workspace_id: string;
      record_kind: string;
      key: string;
      record_id: string;
      shared: Flag;
    };
    /** Which record another one, now in the trash, goes on as. */
    record_merges: {
      workspace_id: string;
      record_kind: string;
      from_id: string;
      into_id: string;
      by_id: string;
      at: string;
    };
    /** From the smaller to the larger: a contact belongs to its company. */
    record_links: {
      workspace_id: string;
      from_kind: string;
      from_id: string;
      to_kind: string;
      to_id: string;
    };
  }
}
