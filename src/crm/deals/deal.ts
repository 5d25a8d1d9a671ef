import type { Kept, RecordFields } from '#crm/timeline/record.ts';

/** Something that may be sold (P5). Its title is its name. */
export interface DealFields extends RecordFields {
  companyId: string | null;
  contactIds: string[];
  leadId: string | null;
  /** Minor units. */
  amount: number | null;
  /** ISO 4217. */
  currency: string | null;
  /** A key of the workspace's stages. */
  stage: string;
  /** A date. */
  expectedClose: string | null;
  lostReason: string | null;
  /** When it was won or lost. */
  closedAt: string | null;
}

export type Deal = Kept<DealFields>;

/** No stage yet: the first open one of the workspace is it. */
export const NEW_DEAL: Omit<DealFields, 'name'> = {
  companyId: null,
  contactIds: [],
  leadId: null,
  amount: null,
  currency: null,
  stage: '',
  expectedClose: null,
  lostReason: null,
  closedAt: null,
  ownerId: null,
  custom: {},
};

/** A deal as the API shows it. */
export function presentDeal({ id, fields: { name, ...fields }, version, createdAt, activeAt }: Deal) {
  return { id, title: name, ...fields, version, createdAt, activeAt };
}
