import { mailLayout } from '#platform/mailer/layout.ts';
import { translator, type T } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';
import type { OutsideProblemCode } from './problem.ts';

export interface ClosedCalendar {
  member: Pick<Member, 'id' | 'name'>;
  calendar: string;
  problem: string | null;
}

/** Tells somebody in their language whom nobody can book, and why. */
export function closedMail(
  { id, locale: language }: Pick<Member, 'id' | 'locale'>,
  closed: readonly ClosedCalendar[],
  publicUrl: string,
): { subject: string; text: string; html: string } {
  const t = translator(language);
  const isOwn = closed.every(({ member }) => member.id === id);
  const names = [...new Set(closed.map(({ member }) => member.name))];
  const list = new Intl.ListFormat(language).format(names);
  const body = mailLayout({
    language,
    title: isOwn ? t('mail.calendarClosed.titleOwn') : t('mail.calendarClosed.title', { name: list }),
    paragraphs: [
      t('mail.calendarClosed.text'),
      ...closed.map((one) => lineOf(t, one)),
      t('mail.calendarClosed.after'),
    ],
    button: { label: t('mail.calendarClosed.press'), url: `${publicUrl}/admin/settings/calendars` },
    footer: t('mail.calendarClosed.footer'),
  });
  const subject = isOwn
    ? t('mail.calendarClosed.subjectOwn')
    : t('mail.calendarClosed.subject', { name: list });
  return { subject, ...body };
}

function lineOf(t: T, { member, calendar, problem }: ClosedCalendar): string {
  const why =
    problem === null
      ? t('mail.calendarClosed.stale')
      : t(`calendar.problem.${problem as OutsideProblemCode}`);
  return t('mail.calendarClosed.line', { name: member.name, calendar, why });
}
