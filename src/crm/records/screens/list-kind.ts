import type { ReactElement, ReactNode } from 'react';
import type { ViewList } from '#people/saved-view.ts';
import type { Choice } from '#ui/choices.ts';
import type { FilterField } from '#ui/conditions.ts';
import type { Column } from '#ui/table.tsx';

export type ListName = Extract<ViewList, 'contacts' | 'leads' | 'companies' | 'deals' | 'tickets'>;

/** What a row of any list of records has. */
export interface ListedRecord {
  id: string;
  name: string;
  ownerId: string | null;
  createdAt: string;
  activeAt: string;
}

export interface RecordColumn<Row> extends Column<Row> {
  /** Only for whoever chooses it. */
  hidden?: boolean;
}

/** What tells the list of one kind of record from another's. Keep it the same between draws. */
export interface ListKind<Row extends ListedRecord> {
  /** Of its address: /api/<list>, and of its views. */
  list: ListName;
  title: string;
  /** Between the name and the owner; `key` is the server's field where it sorts. */
  columns: readonly RecordColumn<Row>[];
  /** Beside name, owner and dates: what the server lets this list be filtered by. */
  fields: readonly FilterField[];
  /** How the name stands in a row; without it plainly. */
  nameCell?: (row: Row) => ReactNode;
  phoneCell: (row: Row) => ReactNode;
  rowLink: (row: Row) => ReactElement;
  /** What many records can be given at once: a status, a stage. */
  change?: { field: string; label: string; choices: readonly Choice[] };
  create: string;
  empty: { title: string; what: string };
}
