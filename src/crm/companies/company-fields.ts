import { id, line, z } from '#platform/http/fields.ts';
import { customGiven, customShown } from '#crm/timeline/custom/custom-shapes.ts';
import { money } from '#crm/timeline/money-fields.ts';
import { webAddress } from '#crm/timeline/web-address.ts';
import { COMPANY_STAGES, NEW_COMPANY, type CompanyFields } from './company.ts';

const words = line(200).nullable().optional();

const optional = {
  stage: z.enum(COMPANY_STAGES).optional(),
  customerGroup: words,
  employees: line(60).nullable().optional(),
  annualRevenue: money.nullable().optional(),
  marketShare: z
    .number()
    .min(0, 'A share is between 0 and 100 per cent.')
    .max(100, 'A share is between 0 and 100 per cent.')
    .transform(keptShare)
    .nullable()
    .optional(),
  marketSegment: words,
  industry: words,
  territory: words,
  website: webAddress.nullable().optional(),
  phone: line(60).nullable().optional(),
  fax: line(60).nullable().optional(),
  legalEntity: words,
  ownerId: id.nullable().optional(),
  custom: customGiven.optional(),
};

/** One too small for its column is none. */
function keptShare(share: number): number {
  return Math.fround(share) === 0 ? 0 : share;
}

export const NewCompany = z.strictObject({ name: line(200), ...optional });
export const CompanyChanges = z.strictObject({ name: line(200).optional(), ...optional });

const maybe = z.string().nullable();

export const CompanyShape = z
  .object({
    id: z.string(),
    name: z.string(),
    stage: z.enum(COMPANY_STAGES),
    customerGroup: maybe,
    employees: maybe,
    annualRevenue: z.object({ amount: z.number(), currency: z.string() }).nullable(),
    marketShare: z.number().nullable(),
    marketSegment: maybe,
    industry: maybe,
    territory: maybe,
    website: maybe,
    phone: maybe,
    fax: maybe,
    legalEntity: maybe,
    ownerId: maybe,
    custom: customShown,
    version: z.number(),
    createdAt: z.string(),
    activeAt: z.string(),
  })
  .openapi('Company');

export function companyFrom(given: z.infer<typeof NewCompany>): CompanyFields {
  return { ...NEW_COMPANY, ...given };
}
