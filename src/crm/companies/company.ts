import type { Kept, RecordFields } from '#crm/timeline/record.ts';

export const COMPANY_STAGES = ['prospect', 'customer', 'partner', 'former'] as const;
export type CompanyStage = (typeof COMPANY_STAGES)[number];

export interface Money {
  /** Minor units: cents. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** An organisation; a prospect is a company at that stage (P1). */
export interface CompanyFields extends RecordFields {
  stage: CompanyStage;
  customerGroup: string | null;
  /** A range in words: '50–99'. */
  employees: string | null;
  annualRevenue: Money | null;
  /** Per cent, 0 to 100. */
  marketShare: number | null;
  marketSegment: string | null;
  industry: string | null;
  territory: string | null;
  website: string | null;
  phone: string | null;
  fax: string | null;
  /** Which of our own legal entities it belongs to. */
  legalEntity: string | null;
}

export type Company = Kept<CompanyFields>;

export const NEW_COMPANY: Omit<CompanyFields, 'name'> = {
  stage: 'prospect',
  customerGroup: null,
  employees: null,
  annualRevenue: null,
  marketShare: null,
  marketSegment: null,
  industry: null,
  territory: null,
  website: null,
  phone: null,
  fax: null,
  legalEntity: null,
  ownerId: null,
  custom: {},
};

/** A company as the API shows it. */
export function presentCompany({ id, fields, version, createdAt, activeAt }: Company) {
  return { id, ...fields, version, createdAt, activeAt };
}
