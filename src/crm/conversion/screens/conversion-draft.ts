import type { LeadView } from '#crm/leads/screens/lead-queries.ts';

/** What is chosen in the dialog. */
export interface ConversionDraft {
  company: 'named' | 'other' | 'none';
  companyId: string | null;
  /** The lead's own words for its company. */
  companyName: string | null;
  withDeal: boolean;
  dealTitle: string;
}

/** The lead's own company, else the one it names. */
export function draftOf({ companyId, companyName }: LeadView): ConversionDraft {
  const company = companyId ? 'other' : companyName ? 'named' : 'none';
  return { company, companyId, companyName, withDeal: false, dealTitle: companyName ?? '' };
}

/** The same as the API takes it; no company chosen yet is refused there, at its field. */
export function bodyOf({ company, companyId, companyName, withDeal, dealTitle }: ConversionDraft) {
  const asked = {
    named: { name: companyName },
    other: { id: companyId ?? '' },
    none: null,
  };
  return { company: asked[company], ...(withDeal && { deal: { title: dealTitle } }) };
}
