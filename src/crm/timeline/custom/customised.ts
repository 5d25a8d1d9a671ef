import type { RecordBook, RecordFields } from '../record.ts';
import { insertCustom, patchCustom } from './store-custom-values.ts';

/** A book that keeps the values of the workspace's own fields with the rest, in the same act. They are checked before. */
export function customised<F extends RecordFields, B extends RecordBook<F>>(book: B & RecordBook<F>): B {
  const { kind } = book;
  return {
    ...book,
    insert: async (tx, key, fields, at) => {
      await book.insert(tx, key, fields, at);
      await insertCustom(tx, { ...key, kind }, fields.custom);
    },
    update: async (tx, key, change, at) => {
      await book.update(tx, key, change, at);
      if (change.custom) await patchCustom(tx, { ...key, kind }, change.custom);
    },
  };
}
