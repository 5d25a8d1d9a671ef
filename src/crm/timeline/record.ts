import type { Tx } from '#platform/db/database.ts';
import type { Problem } from '#platform/refusal.ts';
import type { CustomValues } from './custom/custom-field.ts';
import type { RecordKind } from './record-kinds.ts';
import type { Owned } from './record-rights.ts';

export interface RecordFields extends Owned {
  name: string;
  /** Values of the workspace's own fields; in a change, those that change. */
  custom: CustomValues;
}

/** A record as it stands, in the trash or not. */
export interface Kept<F extends RecordFields> {
  id: string;
  fields: F;
  version: number;
  createdAt: string;
  /** The last thing that happened with it. */
  activeAt: string;
  deletedAt: string | null;
}

export interface RecordKey {
  workspaceId: string;
  id: string;
}

/** A record that another names: `path` is the field of the API that does. */
export interface Naming {
  path: string;
  kind: RecordKind;
  id: string;
}

export interface Settling<F extends RecordFields> {
  workspaceId: string;
  /** ISO instant. */
  at: string;
  /** The record as it stands; nothing for a new one. */
  before?: F;
}

/** How records of one kind are kept. Each kind's store is one; their life is the same for all (record-life.ts). */
export interface RecordBook<F extends RecordFields> {
  kind: RecordKind;
  /** The records that these fields name: each must be there and visible to whoever names it (P9). */
  naming?: (fields: Partial<F>) => Naming[];
  /**
   * What comes with new fields (all of them, or those that change), written in the same act; it refuses what they may
   * not be, such as a stage nobody knows.
   */
  settle?: (tx: Tx, when: Settling<F>, fields: Partial<F>) => Promise<Partial<F>>;
  /** What the API calls the name: 'title'. */
  nameField?: string;
  /** What to say when a key of the database refuses: a name that is taken. */
  taken?: () => Problem;
  insert(tx: Tx, key: RecordKey, fields: F, at: string): Promise<void>;
  /** Reads a record, trashed ones too, and keeps others from changing it until the act ends. */
  lock(tx: Tx, key: RecordKey): Promise<Kept<F> | undefined>;
  /** Writes the fields that changed and raises the version. */
  update(tx: Tx, key: RecordKey, change: Partial<F>, at: string): Promise<void>;
  /** Into the trash at that instant, or (null) out of it; raises the version. */
  trash(tx: Tx, key: RecordKey, deletedAt: string | null): Promise<void>;
}
