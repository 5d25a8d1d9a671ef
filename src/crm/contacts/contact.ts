import type { Kept, RecordFields } from '#crm/timeline/record.ts';
import type { PersonEmail, PersonPhone } from './person-emails.ts';

/** A person we know. */
export interface ContactFields extends RecordFields {
  emails: PersonEmail[];
  phones: PersonPhone[];
  jobTitle: string | null;
  companyIds: string[];
}

export type Contact = Kept<ContactFields>;

export const NEW_CONTACT: Omit<ContactFields, 'name'> = {
  emails: [],
  phones: [],
  jobTitle: null,
  companyIds: [],
  ownerId: null,
  custom: {},
};

/** A contact as the API shows it. */
export function presentContact({ id, fields, version, createdAt, activeAt }: Contact) {
  return { id, ...fields, version, createdAt, activeAt };
}
