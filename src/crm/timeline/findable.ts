import type { RecordBook, RecordFields } from './record.ts';
import { RECOGNISED, type Recognisable } from './record-keys.ts';
import type { Findable } from './search-terms.ts';
import { insertKeys, replaceKeys } from './store-keys.ts';
import { insertTerms, replaceTerms } from './store-terms.ts';

/**
 * A book whose records the search finds by what they say now (P10), and which are recognised by it when somebody makes
 * them again, in the same act; those in the trash are not.
 */
export function findable<F extends RecordFields, B extends RecordBook<F>>(book: B & RecordBook<F>): B {
  const { kind } = book;
  return {
    ...book,
    insert: async (tx, key, fields, at) => {
      await book.insert(tx, key, fields, at);
      await insertTerms(tx, { ...key, kind }, fields);
      await insertKeys(tx, { ...key, kind }, fields);
    },
    update: async (tx, key, change, at) => {
      await book.update(tx, key, change, at);
      const [says, tells] = [SAYING, TELLING].map((fields) => fields.some((field) => field in change));
      if (!says && !tells) return;
      const record = await book.lock(tx, key);
      const fields = record && record.deletedAt === null ? record.fields : null;
      if (says) await replaceTerms(tx, { ...key, kind }, fields);
      if (tells && RECOGNISED.has(kind)) await replaceKeys(tx, { ...key, kind }, fields);
    },
    trash: async (tx, key, deletedAt) => {
      await book.trash(tx, key, deletedAt);
      const record = deletedAt === null ? await book.lock(tx, key) : undefined;
      await replaceTerms(tx, { ...key, kind }, record?.fields ?? null);
      await replaceKeys(tx, { ...key, kind }, record?.fields ?? null);
    },
  };
}

const SAYING: readonly string[] = ['name', 'emails', 'website'] satisfies (keyof Findable)[];
const TELLING: readonly string[] = [
  'name',
  'emails',
  'website',
  'phone',
  'phones',
  'status',
] satisfies (keyof Recognisable)[];
