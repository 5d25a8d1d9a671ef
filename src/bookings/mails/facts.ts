import type { MailFact } from '#platform/mailer/layout.ts';
import { offsetOf } from '#platform/messages/dates.ts';
import { instantOf, readerOf } from './meeting.ts';
import type { MailLocation, MailMeeting, MailReader } from './meeting.ts';
import { oneLine, typedLine, typedText } from './typed.ts';
import { hostNames, wordsFor } from './words.ts';
import type { Words } from './words.ts';

export function titleFact({ t }: Words, meeting: MailMeeting): MailFact {
  return { label: t('mail.meeting.fact.meeting'), value: oneLine(meeting.title) };
}

/** When, and what it was before. */
export function timeFacts(words: Words, meeting: MailMeeting): MailFact[] {
  const { t } = words;
  const { start, end, previousStart } = meeting;
  const now = { label: t('mail.meeting.fact.when'), value: words.span(start, end) };
  if (previousStart === undefined) return [now];
  return [now, { label: t('mail.meeting.fact.previousTime'), value: words.when(previousStart) }];
}

/** With whom, and with whom before. */
export function hostFacts(words: Words, meeting: MailMeeting): MailFact[] {
  const { t } = words;
  const label = meeting.hosts.length > 1 ? t('mail.meeting.fact.withSeveral') : t('mail.meeting.fact.with');
  const now = meeting.hosts.length > 0 ? [{ label, value: hostNames(words, meeting) }] : [];
  const before = meeting.previousHosts ?? [];
  if (before.length === 0) return now;
  return [...now, { label: t('mail.meeting.fact.previousHosts'), value: words.list(before) }];
}

/**
 * Where. `phone` is the number of the visitor, for readers who may know it. A video address can be pressed
 * when it is https; what a visitor typed never can.
 */
export function placeFacts(words: Words, location: MailLocation | null, phone?: string): MailFact[] {
  if (location === null) return [];
  const { t } = words;
  const label = t('mail.meeting.fact.where');
  const kind = t(`mail.meeting.place.${location.kind}`);
  const value = location.value ?? (location.kind === 'phone' ? phone : undefined);
  if (value === undefined || value.trim() === '') return [{ label, value: kind }];
  const url = videoUrl(location);
  if (url !== undefined) return [{ label, value: kind, url }];
  return [{ label, value: location.kind === 'address' ? oneLine(value) : `${kind}\n${typedLine(value)}` }];
}

/** A guest need not know the visitor's number. */
export function placeForGuests({ location, visitor }: MailMeeting): MailLocation | null {
  const own = location?.kind === 'phone' && location.value === visitor.phone;
  return own ? { kind: 'phone' } : location;
}

/** The address of a video call when it is one that may be pressed. */
export function videoUrl(location: MailLocation | null): string | undefined {
  const value = location?.kind === 'video' ? location.value?.trim() : undefined;
  if (value === undefined || !/^https:\/\/[^\s"<>\\]+$/i.test(value)) return undefined;
  const url = URL.parse(value);
  return url !== null && url.username === '' && url.password === '' ? value : undefined;
}

/** The visitor's name under the label that fits the reader. */
export function nameFacts(label: string, { visitor }: MailMeeting): MailFact[] {
  return filled([[label, typedLine(visitor.name, 60)]]);
}

/** Who comes besides visitor and hosts. */
export function guestFacts({ t }: Words, meeting: MailMeeting): MailFact[] {
  if (meeting.guests.length === 0) return [];
  return [{ label: t('mail.meeting.fact.guests'), value: meeting.guests.map(oneLine).join('\n') }];
}

/** Who comes and how to reach them: for hosts only. */
export function visitorFacts({ t }: Words, meeting: MailMeeting, host: MailReader): MailFact[] {
  const { visitor } = meeting;
  return filled([
    [t('mail.meeting.fact.visitor'), typedLine(visitor.name)],
    [t('mail.meeting.fact.email'), oneLine(visitor.email)],
    [t('mail.meeting.fact.phone'), typedLine(visitor.phone ?? '')],
    [t('mail.meeting.fact.skype'), typedLine(visitor.skype ?? '')],
    [t('mail.meeting.fact.visitorTime'), theirTime(meeting, host)],
  ]);
}

/** What the visitor wrote: for hosts only, who asked for it. */
export function typedFacts({ t }: Words, { answers, details }: MailMeeting): MailFact[] {
  return filled([
    ...answers.map(({ label, value }): [string, string] => [oneLine(label), typedText(value)]),
    [t('mail.meeting.fact.details'), typedText(details ?? '')],
  ]);
}

export function reasonFacts({ t }: Words, { reason }: MailMeeting): MailFact[] {
  return filled([[t('mail.meeting.fact.reason'), typedText(reason ?? '')]]);
}

/** The visitor's day and wall clock, where they differ from the host's. */
function theirTime({ visitor, start, end }: MailMeeting, host: MailReader): string {
  const there = { ...host, timeZone: visitor.timeZone };
  const same = offsetOf(instantOf(start), readerOf(there)) === offsetOf(instantOf(start), readerOf(host));
  return same ? '' : wordsFor(there).span(start, end);
}

function filled(rows: [string, string][]): MailFact[] {
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}
