import type { PersonEmail } from '#crm/contacts/person-emails.ts';
import type { Kept, RecordFields } from '#crm/timeline/record.ts';

/** What a lead can be said to be. */
export const OPEN_STATUSES = ['new', 'contacted', 'qualified', 'lost'] as const;
/** 'converted' is what a conversion makes of it (P4), for good. */
export const LEAD_STATUSES = [...OPEN_STATUSES, 'converted'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** A person who enquired, not yet qualified (P4). */
export interface LeadFields extends RecordFields {
  emails: PersonEmail[];
  phone: string | null;
  skype: string | null;
  jobTitle: string | null;
  companyName: string | null;
  companyId: string | null;
  /** Where they came from; for visitors the link's title. */
  source: string | null;
  status: LeadStatus;
  /** Whom it was converted into. */
  contactId: string | null;
}

export type Lead = Kept<LeadFields>;

export const NEW_LEAD: Omit<LeadFields, 'name'> = {
  emails: [],
  phone: null,
  skype: null,
  jobTitle: null,
  companyName: null,
  companyId: null,
  source: null,
  status: 'new',
  contactId: null,
  ownerId: null,
};

/** A lead as the API shows it. */
export function presentLead({ id, fields, version, createdAt, activeAt }: Lead) {
  return { id, ...fields, version, createdAt, activeAt };
}
