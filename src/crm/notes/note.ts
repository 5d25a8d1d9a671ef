import { isAdmin, type Caller } from '#platform/http/caller.ts';
import type { By, RecordRef } from '#crm/timeline/entry.ts';

/** What somebody wrote on a record (P7). It keeps its author whoever edits it. */
export interface Note {
  id: string;
  record: RecordRef;
  /** Clean: any page may show it as it is. */
  html: string;
  /** ISO instant. */
  at: string;
  by: { kind: By['kind']; id?: string; name?: string };
  editedAt: string | null;
  editedBy: { id: string; name: string } | null;
  version: number;
  deletedAt: string | null;
}

/** Its author and admins; what a visitor or a rule wrote is for admins. */
export function mayChange(caller: Caller, { by }: Pick<Note, 'by'>): boolean {
  return isAdmin(caller) || (by.kind === 'member' && by.id === caller.memberId);
}

/** Plain text as HTML: markup in it is written out, not obeyed, and lines stay lines. */
export function noteHtml(text: string): string {
  const escaped = text.trim().replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return escaped.replace(/\r\n|[\r\n\u2028\u2029]/g, '<br>');
}
