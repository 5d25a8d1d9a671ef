import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { cleanHtml, mentionsIn, textOf } from '#platform/rich-text.ts';
import { notify } from '#notices/notify.ts';
import type { Member } from '#people/member.ts';
import { permissionsOf } from '#people/permission.ts';
import { readMembers } from '#people/store.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { mentionMail } from './mail.ts';
import type { Noted } from './noted.ts';

const MOST_MENTIONS = 50;

/** Text of an author with those it mentions: members at work here who may see the record. Others' names are only text. */
export interface Written {
  html: string;
  mentioned: Member[];
}

/** Cleans what was sent. 422 at `html` when it says nothing or mentions too many. */
export async function readWritten(
  tx: Tx,
  workspaceId: string,
  record: Noted,
  sent: string,
): Promise<Written> {
  const ids = mentionsIn(sent);
  if (ids.length > MOST_MENTIONS) {
    throw invalid({ path: 'html', message: 'Mention at most 50 people in one note.' });
  }
  const members = await readMembers(tx, workspaceId, ids);
  const mentioned = members.filter((member) => member.active && maySee(asCaller(member), record));
  const names = new Map(mentioned.map(({ id, name }) => [id, name]));
  const html = cleanHtml(sent, (id) => names.get(id));
  if (textOf(html) === '') throw invalid({ path: 'html', message: 'Write something here.' });
  return { html, mentioned };
}

/** P7: each member mentioned for the first time gets a notice in the app and a mail in their language; never the author. */
export async function tellMentioned(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  { record, noteId, html, mentioned, at }: Written & { record: Noted; noteId: string; at: string },
): Promise<void> {
  const { workspaceId, memberId } = caller;
  const told = await notify(
    tx,
    {
      workspaceId,
      kind: 'mention',
      subjectId: noteId,
      record: { kind: record.kind, id: record.id },
      byId: memberId,
      at,
      data: { name: record.name },
    },
    mentioned.map(({ id }) => id),
  );
  if (told.length === 0) return;
  const [author] = await readMembers(tx, workspaceId, [memberId]);
  const url = `${platform.config.publicUrl}${record.page}`;
  for (const { email, locale } of mentioned.filter(({ id }) => told.includes(id))) {
    const words = mentionMail(locale, { author: author!.name, record: record.name, text: textOf(html), url });
    await queueMail(tx, platform, { workspaceId, kind: 'mention', to: email, ...words });
  }
}

function asCaller({ workspaceId, id, role, permissions, seat }: Member): Caller {
  const held = new Set(permissionsOf(role, permissions));
  return { workspaceId, memberId: id, role, permissions: held, seat, via: 'cookie' };
}
