import type { RecordBook, RecordFields } from './record.ts';
import type { Findable } from './search-terms.ts';
import { insertTerms, replaceTerms } from './store-terms.ts';

/** A book whose records the search finds by what they say now (P10), in the same act; those in the trash it does not. */
export function findable<F extends RecordFields, B extends RecordBook<F>>(book: B & RecordBook<F>): B {
  const { kind } = book;
  return {
    ...book,
    insert: async (tx, key, fields, at) => {
      await book.insert(tx, key, fields, at);
      await insertTerms(tx, { ...key, kind }, fields);
    },
    update: async (tx, key, change, at) => {
      await book.update(tx, key, change, at);
      if (!SAYING.some((field) => field in change)) return;
      const record = await book.lock(tx, key);
      await replaceTerms(tx, { ...key, kind }, record && record.deletedAt === null ? record.fields : null);
    },
    trash: async (tx, key, deletedAt) => {
      await book.trash(tx, key, deletedAt);
      const record = deletedAt === null ? await book.lock(tx, key) : undefined;
      await replaceTerms(tx, { ...key, kind }, record?.fields ?? null);
    },
  };
}

const SAYING: readonly (keyof Findable)[] = ['name', 'emails', 'website'];
