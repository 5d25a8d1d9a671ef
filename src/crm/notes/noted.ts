import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { visibleContact } from '#crm/contacts/read-contact.ts';
import { visibleLead } from '#crm/leads/read-lead.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';

/** A record as far as its notes care. */
export interface Noted {
  kind: PersonKind;
  id: string;
  name: string;
  ownerId: string | null;
  /** Its page in the app, below PUBLIC_URL. */
  page: string;
}

/** Where notes are written, by the API's path. */
export const NOTED_KINDS = [
  { kind: 'contact', path: '/api/contacts/{id}/notes', page: '/admin/contacts' },
  { kind: 'lead', path: '/api/leads/{id}/notes', page: '/admin/leads' },
] as const;
export type NotedKind = (typeof NOTED_KINDS)[number];

/** A record that the caller may see; else there is nothing here (404). */
export async function visibleNoted(
  db: Reader,
  caller: Caller,
  { kind, page }: NotedKind,
  id: string,
): Promise<Noted> {
  const visible = kind === 'lead' ? visibleLead : visibleContact;
  const { fields } = await visible(db, caller, id);
  return { kind, id, name: fields.name, ownerId: fields.ownerId, page: `${page}/${id}` };
}
