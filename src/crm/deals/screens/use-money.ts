import { useCallback } from 'react';
import { moneyWords } from '#ui/money-text.ts';
import { useLanguage } from '#ui/words.tsx';

/** '€1,234' in the reader's language; '' where no amount is known. */
export function useMoney(): (minor: number | null, currency: string | null) => string {
  const language = useLanguage();
  return useCallback(
    (minor, currency) => (minor === null ? '' : moneyWords(minor, currency ?? 'EUR', language)),
    [language],
  );
}

/** What is offered; a deal may be counted in any other currency through the API. */
export const CURRENCIES = [
  'EUR',
  'PLN',
  'CHF',
  'GBP',
  'USD',
  'CZK',
  'DKK',
  'HUF',
  'NOK',
  'RON',
  'SEK',
  'CAD',
  'JPY',
];

export function currenciesWith(present: string): string[] {
  return CURRENCIES.includes(present) ? CURRENCIES : [present, ...CURRENCIES];
}
