import type { ReactElement, ReactNode } from 'react';
import type { ViewList } from '#people/saved-view.ts';
import type { Choice } from '#ui/choices.ts';
import type { Condition, FilterField } from '#ui/conditions.ts';
import type { Column } from '#ui/table.tsx';

export type ListName = Extract<ViewList, 'contacts' | 'leads' | 'companies' | 'deals' | 'tickets'>;

/** What a row of any list of records has. */
export interface ListedRecord {
  id: string;
  ownerId: string | null;
  createdAt: string;
  activeAt: string;
}

export interface RecordColumn<Row> extends Column<Row> {
  /** Only for whoever chooses it. */
  hidden?: boolean;
}

/** A view that is always there. */
export interface ListTab {
  /** In the address: ?view=customer. */
  key: string;
  label: string;
  /** What the page is called then, where that is not the list's own title. */
  title?: string;
  /** Holds besides what the reader narrows the list to. */
  filter: readonly Condition[];
}

/** What many records can be given at once: a status, a stage. */
export interface BulkChange {
  field: string;
  label: string;
  choices: readonly Choice[];
  /** What else must be said before this value can be given: a reason. Null where nothing. */
  ask?: (value: string, answer: BulkAnswer) => ReactElement | null;
}

export interface BulkAnswer {
  /** How many records it is said of. */
  count: number;
  onGiven: (more: object) => void;
  onClose: () => void;
}

/** What tells the list of one kind of record from another's. Keep it the same between draws. */
export interface ListKind<Row extends ListedRecord> {
  /** Of its address: /api/<list>, and of its views. */
  list: ListName;
  title: string;
  /** In this order before "Mine", the first being what the list opens with; without them there is "All". */
  tabs?: readonly ListTab[];
  /** What the name is called where it is no name: 'Subject'. */
  nameLabel?: string;
  nameOf: (row: Row) => string;
  /** Between the name and the owner; `key` is the server's field where it sorts. The workspace's own come after. */
  columns: readonly RecordColumn<Row>[];
  /** Beside name, owner, dates and the workspace's own fields: what the server lets this list be filtered by. */
  fields: readonly FilterField[];
  /** How the name stands in a row; without it plainly. */
  nameCell?: (row: Row) => ReactNode;
  phoneCell: (row: Row) => ReactNode;
  rowLink: (row: Row) => ReactElement;
  /** Over and done with: drawn more faintly. */
  isDim?: (row: Row) => boolean;
  changes?: readonly BulkChange[];
  create: string;
  empty: { title: string; what: string };
}
