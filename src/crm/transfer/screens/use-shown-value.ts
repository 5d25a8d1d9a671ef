import { useCallback } from 'react';
import { useMemberName } from '#people/screens/who.tsx';
import { moneyWords } from '#ui/money-text.ts';
import { useLanguage } from '#ui/words.tsx';
import type { PreviewRow } from './import-queries.ts';

/** What a field would hold, in words; what several columns tell stands in each as the file has it. */
export function useShownValue(): (field: string, row: PreviewRow, cell: string) => string {
  const language = useLanguage();
  const memberName = useMemberName();
  return useCallback(
    (field, { fields }, cell) => {
      const value = fields[field];
      if (field === 'ownerId' && typeof value === 'string') return memberName(value);
      if (isMoney(value)) return moneyWords(value.amount, value.currency, language);
      return typeof value === 'string' ? value : cell;
    },
    [language, memberName],
  );
}

function isMoney(value: unknown): value is { amount: number; currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}
