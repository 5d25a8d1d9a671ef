import { date, id, line, z } from '#platform/http/fields.ts';
import { customGiven, customShown } from '#crm/timeline/custom/custom-shapes.ts';
import { currency, minorUnits } from '#crm/timeline/money-fields.ts';
import { NEW_DEAL, type DealFields } from './deal.ts';

const optional = {
  companyId: id.nullable().optional(),
  contactIds: z.array(id).max(20, 'Name 20 contacts at most.').optional(),
  leadId: id.nullable().optional(),
  amount: minorUnits.nullable().optional(),
  currency: currency.optional(),
  stage: line(60).optional(),
  expectedClose: date.nullable().optional(),
  lostReason: line(500).nullable().optional(),
  ownerId: id.nullable().optional(),
  custom: customGiven.optional(),
};

export const NewDeal = z.strictObject({ title: line(200), ...optional });
export const DealChanges = z.strictObject({ title: line(200).optional(), ...optional });

const maybe = z.string().nullable();

export const DealShape = z
  .object({
    id: z.string(),
    title: z.string(),
    companyId: maybe,
    contactIds: z.array(z.string()),
    leadId: maybe,
    amount: z.number().nullable(),
    currency: maybe,
    stage: z.string(),
    expectedClose: maybe,
    lostReason: maybe,
    closedAt: maybe,
    ownerId: maybe,
    custom: customShown,
    version: z.number(),
    createdAt: z.string(),
    activeAt: z.string(),
    linked: z.array(
      z.object({ kind: z.enum(['company', 'contact', 'lead']), id: z.string(), name: z.string() }),
    ),
  })
  .openapi('Deal');

export function dealFrom({ title, ...given }: z.infer<typeof NewDeal>): DealFields {
  return { ...NEW_DEAL, ...withoutTwins(given), name: title };
}

export function dealChangesFrom({ title, ...given }: z.infer<typeof DealChanges>): Partial<DealFields> {
  return { ...withoutTwins(given), ...(title !== undefined && { name: title }) };
}

/** A contact named twice is named once; in the order they are read back, so that giving the same changes nothing. */
function withoutTwins<G extends { contactIds?: string[] }>(given: G): G {
  if (!given.contactIds) return given;
  return { ...given, contactIds: [...new Set(given.contactIds)].toSorted() };
}
