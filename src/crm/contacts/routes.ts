import { id } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { recordRoutes } from '#crm/timeline/record-desk.ts';
import { ContactChanges, contactFrom, ContactShape, NewContact } from './contact-fields.ts';
import { presentContact } from './contact.ts';
import { contactBook } from './store.ts';

export function contactRoutes(platform: Platform) {
  return recordRoutes(platform, {
    path: '/api/contacts',
    one: 'a contact',
    many: 'Contacts',
    book: contactBook,
    given: NewContact,
    changes: ContactChanges,
    shape: ContactShape,
    filters: { companyId: id.optional() },
    fieldsFrom: contactFrom,
    changesFrom: (changes) => changes,
    present: presentContact,
    meaning: ({ companyId }) => ({ belongsTo: [companyId] }),
  });
}
