import { useCallback } from 'react';
import { writeDate } from '#ui/date-text.ts';
import { useLanguage } from '#ui/words.tsx';
import type { CustomField } from './custom-field-queries.ts';
import { useFieldWords } from './words.ts';

export type Described = Pick<CustomField, 'type' | 'choices'>;

/** A value of a field as its reader reads it; '' when there is none. */
export function useCustomWords(): (field: Described, value: unknown) => string {
  const t = useFieldWords();
  const language = useLanguage();
  return useCallback(
    (field, value) => {
      if (isEmpty(value)) return '';
      if (field.type === 'number') return writeNumber(Number(value), language);
      if (field.type === 'date') return writeDate(String(value), language);
      if (field.type === 'checkbox') return t(value === true ? 'custom.yes' : 'custom.no');
      if (field.type === 'link') return withoutScheme(String(value));
      const keys = Array.isArray(value) ? value : [value];
      return keys.map((key) => labelOf(field, String(key))).join(', ');
    },
    [t, language],
  );
}

export function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** A choice that is no longer offered is called by its key. */
function labelOf({ choices }: Described, key: string): string {
  return choices.find((choice) => choice.key === key)?.label ?? key;
}

/** All digits that count; an amount of thousands in groups. */
export function writeNumber(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 20 });
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
