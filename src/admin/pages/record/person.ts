import type { ContactView } from '#crm/contacts/screens/contact-queries.ts';
import type { WithCustom } from '#crm/fields/screens/custom-field-queries.ts';
import type { LeadView } from '#crm/leads/screens/lead-queries.ts';

/** What a lead and a contact have in common: somebody with addresses. */
export type PersonView = Pick<
  LeadView,
  'id' | 'name' | 'emails' | 'ownerId' | 'createdAt' | 'version' | 'jobTitle'
> &
  WithCustom;
export type { ContactView, LeadView };

export function mainEmail({ emails }: Pick<PersonView, 'emails'>): string {
  return (emails.find(({ primary }) => primary) ?? emails[0])?.address ?? '';
}

/** The addresses with the main one written anew; '' takes it away and the next becomes the main one. */
export function withMainEmail(emails: PersonView['emails'], address: string): PersonView['emails'] {
  const others = emails.filter(({ primary }) => !primary);
  if (address === '') return others.map((one, at) => ({ ...one, primary: at === 0 }));
  return [{ address, primary: true }, ...others];
}
