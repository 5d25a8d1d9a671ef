import type { FieldKind } from '#ui/conditions.ts';

/** A field that lists of a kind are sorted and filtered by, and the column it stands in. */
export interface ListColumn {
  column: string;
  kind: FieldKind;
  /** Instants are asked for by date, in the zone of whoever asks. */
  instant?: boolean;
  /** Never null, so that its own index can be walked. */
  required?: boolean;
  /** Of a field of the workspace's own: its key; the column is one of custom_terms. */
  customKey?: string;
}

export type ListColumns = Readonly<Record<string, ListColumn>>;

/** What records of every kind can be sorted and filtered by. */
export const COMMON_COLUMNS = {
  name: { column: 'name_folded', kind: 'text', required: true },
  ownerId: { column: 'owner_id', kind: 'member' },
  createdAt: { column: 'created_at', kind: 'date', instant: true, required: true },
  activeAt: { column: 'active_at', kind: 'date', instant: true, required: true },
} as const satisfies ListColumns;
