export const IMPORT_KINDS = ['company', 'contact', 'lead'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportState = 'draft' | 'running' | 'done' | 'failed' | 'stopped';

/** Fields of which several columns may tell: addresses and numbers. */
export const SEVERAL: readonly string[] = ['emails', 'phones', 'companyIds'];

/** What to do with a row whose record is there already. */
export const DUPLICATES = ['skip', 'update', 'make'] as const;

export interface Column {
  name: string;
  /** The first values that are not empty. */
  samples: string[];
  guess: string | null;
}

export interface FileFacts {
  columns: Column[];
  delimiter: string;
  encoding: string;
  /** The bytes were no UTF-8: letters with accents are worth a look. */
  guessed: boolean;
}

/** A row of the file: where it begins, and why it cannot be read if so. */
export interface FileRow {
  line: number;
  cells: string[];
  problem?: string;
}

export interface Plan {
  /** For each column its field, or null. */
  fields: (string | null)[];
  duplicates: (typeof DUPLICATES)[number];
  /** Whose records without an owner of their own become. */
  ownerId: string | null;
  /** Companies named by contacts and leads are made when there is none. */
  makeCompanies: boolean;
}

export interface Import {
  id: string;
  kind: ImportKind;
  name: string;
  memberId: string;
  state: ImportState;
  facts: FileFacts;
  plan: Plan | null;
  rights: Rights | null;
  nextBatch: number;
  counts: Counts;
  total: number;
  createdAt: string;
  endedAt: string | null;
  /** What kept it from going on, as the machine says it. */
  reason: string | null;
}

export interface Rights {
  role: string;
  permissions: string[];
}

export interface Counts {
  made: number;
  updated: number;
  skipped: number;
  refused: number;
}

export const NOTHING_YET: Counts = { made: 0, updated: 0, skipped: 0, refused: 0 };
