import type { Row } from '#platform/db/tables.ts';
import { Problem } from '#platform/refusal.ts';
import { bookOf } from '#crm/timeline/store-book.ts';
import type { CompanyFields, CompanyStage } from './company.ts';
import './tables.ts';

/** Where companies are kept. One live company of a name, whatever its case and spaces (P1). */
export const companyBook = bookOf<CompanyFields>({
  kind: 'company',
  links: [],
  columns: {
    stage: { column: 'stage', kind: 'choice', required: true },
    customerGroup: { column: 'customer_group', kind: 'words' },
    employees: { column: 'employees', kind: 'words' },
    annualRevenue: { column: 'annual_revenue', kind: 'money' },
    marketShare: { column: 'market_share', kind: 'number' },
    marketSegment: { column: 'market_segment', kind: 'words' },
    industry: { column: 'industry', kind: 'words' },
    territory: { column: 'territory', kind: 'words' },
    legalEntity: { column: 'legal_entity', kind: 'words' },
    website: { column: 'website', kind: 'words' },
  },
  columnsOf: ({ name, annualRevenue, ...rest }) => ({
    ...(name !== undefined && { name_key: nameKey(name) }),
    ...(annualRevenue !== undefined && {
      annual_revenue: annualRevenue?.amount ?? null,
      revenue_currency: annualRevenue?.currency ?? null,
    }),
    ...given({
      stage: rest.stage,
      customer_group: rest.customerGroup,
      employees: rest.employees,
      market_share: rest.marketShare,
      market_segment: rest.marketSegment,
      industry: rest.industry,
      territory: rest.territory,
      website: rest.website,
      phone: rest.phone,
      fax: rest.fax,
      legal_entity: rest.legalEntity,
    }),
  }),
  fieldsOf: (row: Row<'companies'>) => ({
    stage: row.stage as CompanyStage,
    customerGroup: row.customer_group,
    employees: row.employees,
    annualRevenue:
      row.annual_revenue === null ? null : { amount: row.annual_revenue, currency: row.revenue_currency! },
    marketShare: row.market_share,
    marketSegment: row.market_segment,
    industry: row.industry,
    territory: row.territory,
    website: row.website,
    phone: row.phone,
    fax: row.fax,
    legalEntity: row.legal_entity,
  }),
  taken: () =>
    new Problem(409, 'taken', 'There is a company of this name already. Open it, or choose another name.'),
});

/** Trimmed and case-folded (P1): accents stay, 'Côte' and 'Cote' are two companies. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

function given(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
