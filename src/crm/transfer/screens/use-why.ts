import { useCallback } from 'react';
import { saidOf } from '#ui/request.ts';
import { useFieldNames } from './field-names.ts';
import type { ImportKind } from './import-queries.ts';

/** Why a row is refused, in the reader's language: 'emails.0.address: Write…' becomes 'E-mail: Write…'. */
export function useWhy(kind: ImportKind, fields: readonly string[]): (why: string) => string {
  const nameOf = useFieldNames(kind);
  return useCallback(
    (why) => {
      const [, path = '', sentence = why] = /^([\w.-]+): (.*)$/su.exec(why) ?? [];
      const field = fields.find((own) => path === own || path.startsWith(`${own}.`));
      return field === undefined ? saidOf(why) : `${nameOf(field)}: ${saidOf(sentence)}`;
    },
    [nameOf, fields],
  );
}
