import type { CompanyStage } from '#crm/companies/screens/company-queries.ts';
import { listSearch, type ListSearch } from '#crm/records/screens/list-search.ts';

export const COMPANY_STAGES: readonly CompanyStage[] = ['prospect', 'customer', 'partner', 'former'];

/** `?stage=customer` was the address of the view of this name, and is kept for whoever has it. */
export function companiesSearch({ stage, mine, ...search }: Record<string, unknown>): ListSearch {
  const view = mine === true ? 'mine' : stage;
  return listSearch({ ...(typeof view === 'string' && { view }), ...search });
}

export const COMPANY_TABS = [
  'overview',
  'details',
  'addresses',
  'leads',
  'deals',
  'activities',
  'notes',
] as const;
export type CompanyTab = (typeof COMPANY_TABS)[number];

export function companyTab(search: Record<string, unknown>): { tab?: CompanyTab; email?: string } {
  const tab = COMPANY_TABS.find((one) => one === search['tab']);
  const { email } = search;
  if (tab === 'activities' && typeof email === 'string') return { tab, email };
  return tab && tab !== 'overview' ? { tab } : {};
}
