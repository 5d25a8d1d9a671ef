import type { CompanyStage } from '#crm/companies/screens/company-queries.ts';

/** Prospects are what one comes for; `all` is every stage. */
export interface CompaniesSearch {
  q?: string;
  stage?: CompanyStage | 'all';
  /** Only one's own. */
  mine?: true;
  sort?: string;
}

export const COMPANY_STAGES: readonly CompanyStage[] = ['prospect', 'customer', 'partner', 'former'];

const SORTS = ['createdAt', '-createdAt', 'name', '-name'];
const STAGES: readonly string[] = [...COMPANY_STAGES, 'all'];

export function companiesSearch(search: Record<string, unknown>): CompaniesSearch {
  const { q, stage, mine, sort } = search;
  return {
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof stage === 'string' && STAGES.includes(stage) && { stage: stage as CompanyStage }),
    ...(mine === true && { mine }),
    ...(typeof sort === 'string' && SORTS.includes(sort) && { sort }),
  };
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

export function companyTab(search: Record<string, unknown>): { tab?: CompanyTab } {
  const tab = COMPANY_TABS.find((one) => one === search['tab']);
  return tab && tab !== 'overview' ? { tab } : {};
}
