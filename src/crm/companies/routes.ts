import { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { recordRoutes } from '#crm/timeline/record-desk.ts';
import { CompanyChanges, companyFrom, CompanyShape, NewCompany } from './company-fields.ts';
import { COMPANY_STAGES, presentCompany } from './company.ts';
import { companyBook } from './store.ts';

export function companyRoutes(platform: Platform) {
  return recordRoutes(platform, {
    path: '/api/companies',
    one: 'a company',
    many: 'Companies',
    book: companyBook,
    given: NewCompany,
    changes: CompanyChanges,
    shape: CompanyShape,
    filters: { stage: z.enum(COMPANY_STAGES).optional() },
    fieldsFrom: companyFrom,
    changesFrom: (changes) => changes,
    present: presentCompany,
    meaning: ({ stage }) => ({ equals: { stage } }),
  });
}
