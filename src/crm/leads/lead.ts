import { FIRST_LEAD_STATUS, rondosOwn } from '#crm/fields/picklist.ts';
import type { PersonEmail } from '#crm/contacts/person-emails.ts';
import type { Kept, RecordFields } from '#crm/timeline/record.ts';
import type { Utm } from './utm.ts';

/** What a lead may be at while its workspace has no statuses of its own. */
export const LEAD_STATUSES = rondosOwn('leadStatus').map(({ key }) => key);

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
  /** The advertisement that brought them: only what a visitor came by says it, and nobody changes it. */
  utm: Utm | null;
  /** A key of the workspace's statuses; 'converted' is what a conversion makes of it (P4), for good. */
  status: string;
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
  utm: null,
  status: FIRST_LEAD_STATUS,
  contactId: null,
  ownerId: null,
  custom: {},
};

/** A lead as the API shows it. */
export function presentLead({ id, fields, version, createdAt, activeAt }: Lead) {
  return { id, ...fields, version, createdAt, activeAt };
}
