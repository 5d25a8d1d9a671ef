import type { Problem } from '#platform/refusal.ts';
import type { RecordFields } from '#crm/timeline/record.ts';
import type { ReadableBook } from '#crm/timeline/store-book.ts';
import type { Kept } from '#crm/timeline/record.ts';

/** A field that holds several things: those of both records stay. */
export interface UnitingList<F> {
  field: keyof F & string;
  /** What makes two of them one. */
  same: (one: never) => string;
  /** The most that a record keeps. */
  most: number;
}

/** How two records of one kind become one. */
export interface MergePlan<F extends RecordFields> {
  book: ReadableBook<F>;
  present: (record: Kept<F>) => Record<string, unknown>;
  lists: readonly UnitingList<F>[];
  /** Fields that come along with another: a deal's currency with its amount. */
  together: Partial<Record<keyof F & string, readonly (keyof F & string)[]>>;
  /** Why these two stay two. */
  refuse?: (into: F, from: F) => Problem | undefined;
}
