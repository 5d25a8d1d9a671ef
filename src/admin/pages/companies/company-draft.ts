import type { CompanyView } from '#crm/companies/screens/company-queries.ts';

/** A company as it is written down: everything but what the server adds. */
export type CompanyDraft = Omit<CompanyView, 'id' | 'version' | 'createdAt' | 'activeAt'>;

/** Fields of one line of text, beside the name. */
export type CompanyText =
  | 'customerGroup'
  | 'employees'
  | 'marketSegment'
  | 'industry'
  | 'territory'
  | 'legalEntity'
  | 'website'
  | 'phone'
  | 'fax';

export const EMPLOYEES = ['1–10', '11–50', '51–200', '201–500', '501–1000', '> 1000'];

export const CURRENCIES = ['EUR', 'PLN', 'CHF', 'GBP', 'USD', 'CZK', 'SEK', 'DKK', 'NOK', 'CAD'];

/** '4,5' or '4.5 %' → 4.5; null when it is no share. */
export function shareFrom(text: string): number | null {
  const plain = text.replace(/[%\s]/g, '').replace(',', '.');
  const share = /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return share <= 100 ? share : null;
}
