import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../db/tables.ts';
import type { MailBody } from './mail.ts';
import type { MailBrief, WholeMail } from './mail-fields.ts';
import type { BriefMail } from './store-lists.ts';

export function presentBrief(row: BriefMail): MailBrief {
  return {
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    subject: row.subject,
    state: row.state,
    createdAt: row.created_at,
    notBefore: row.not_before,
    sentAt: row.sent_at,
    attempts: row.attempts,
    ...(row.error === null ? {} : { error: row.error }),
  };
}

export function presentMail(platform: Platform, row: Row<'mails'>): WholeMail {
  const { text, html, calendar } = readBody(platform, row);
  const invite = calendar && {
    name: 'invite.ics',
    type: `text/calendar; method=${calendar.method}; charset=utf-8`,
    text: calendar.text,
  };
  return { ...presentBrief(row), text, html, attachments: invite ? [invite] : [] };
}

function readBody(platform: Platform, row: Row<'mails'>): MailBody {
  try {
    return JSON.parse(platform.secrets.open(row.body)) as MailBody;
  } catch (error) {
    platform.log.error('a mail could not be opened', errorFacts(error));
    return { text: '', html: '' };
  }
}
