import { mailLayout } from '#platform/mailer/layout.ts';
import type { MailFact, MailLayout } from '#platform/mailer/layout.ts';
import { oneLine as subjectLine } from '#platform/mailer/mail.ts';
import {
  guestFacts,
  hostFacts,
  nameFacts,
  placeFacts,
  placeForGuests,
  reasonFacts,
  timeFacts,
  titleFact,
} from './facts.ts';
import { calendarText } from './ics.ts';
import type { MailMeeting, Written } from './meeting.ts';
import { nameLine, titleLine, wordsFor } from './words.ts';
import type { Words } from './words.ts';

export type Occasion = 'confirmation' | 'rescheduled' | 'cancelled' | 'reopened';

/**
 * Asks a stranger to confirm (F3). Says the link's title and the time, both ours, and not one word that was
 * typed; no host either, because who it will be is decided on confirming (C5, F4); nothing for a calendar.
 */
export function verificationMail(meeting: MailMeeting): Written {
  const words = wordsFor(meeting.visitor);
  const { t } = words;
  const title = titleLine(meeting.title);
  const layout = mailLayout({
    language: words.language,
    title: t('mail.meeting.verify.title'),
    paragraphs: [
      t('mail.meeting.verify.text', { workspace: nameLine(meeting.workspaceName) }),
      ...heldWords(words, meeting),
    ],
    facts: [titleFact(words, meeting), ...timeFacts(words, { ...meeting, previousStart: undefined })],
    button: { label: t('mail.meeting.verify.press'), url: meeting.manageUrl },
    footer: t('mail.meeting.verify.footer'),
  });
  const subject = t('mail.meeting.verify.subject', { title, when: words.when(meeting.start) });
  return { subject: subjectLine(subject), ...layout };
}

/**
 * What the visitor needs to know (E7). Details and answers are not sent back: they are for the hosts, and a
 * mail that repeats them would carry anybody's message to any address.
 */
export function visitorMail(occasion: Occasion, meeting: MailMeeting): Written {
  const words = wordsFor(meeting.visitor);
  const { t } = words;
  const news = newsOf(occasion, meeting);
  const layout = mailLayout({
    language: words.language,
    title: t(`mail.meeting.visitor.${news}.title`),
    paragraphs: [visitorText(words, news, meeting)],
    facts: visitorFacts(words, occasion, meeting),
    notes: stands(occasion) ? [...changeWords(words, meeting), ...askWords(words, meeting)] : [],
    button: visitorButton(words, occasion, meeting),
    footer: t('mail.meeting.footer.visitor', { workspace: nameLine(meeting.workspaceName) }),
  });
  const method = occasion === 'cancelled' ? 'CANCEL' : 'REQUEST';
  return {
    subject: subjectOf(words, news, meeting),
    ...layout,
    replyTo: meeting.hosts[0]?.email,
    calendar: { method, text: calendarText(meeting, { method, for: 'visitor' }) },
  };
}

/** For somebody whom the visitor brings: the meeting and who asks for them; no contact data, no way to change it. */
export function guestMail(occasion: Occasion, meeting: MailMeeting, guest: string): Written {
  const words = wordsFor(meeting.visitor);
  const { t } = words;
  const news = occasion === 'confirmation' ? 'invitation' : newsOf(occasion, meeting);
  const layout = mailLayout({
    language: words.language,
    title: t(`mail.meeting.visitor.${news}.title`),
    paragraphs: [t(`mail.meeting.visitor.${news}.text`)],
    facts: [
      titleFact(words, meeting),
      ...timeFacts(words, meeting),
      ...hostFacts(words, meeting),
      ...nameFacts(t('mail.meeting.fact.invitedBy'), meeting),
      ...(occasion === 'cancelled' ? [] : placeFacts(words, placeForGuests(meeting))),
    ],
    footer: t('mail.meeting.footer.guest', { workspace: nameLine(meeting.workspaceName) }),
  });
  const method = occasion === 'cancelled' ? 'CANCEL' : 'REQUEST';
  return {
    subject: subjectOf(words, news, meeting),
    ...layout,
    calendar: { method, text: calendarText(meeting, { method, for: 'guest', guest }) },
  };
}

type News = Occasion | 'handedOver' | 'invitation';

/** The same time with another host is its own news (E11). */
function newsOf(occasion: Occasion, { previousStart, previousHosts = [] }: MailMeeting): News {
  const sameTime = occasion === 'rescheduled' && previousStart === undefined;
  return sameTime && previousHosts.length > 0 ? 'handedOver' : occasion;
}

function subjectOf({ t, when }: Words, news: News, meeting: MailMeeting): string {
  const values = { title: titleLine(meeting.title), when: when(meeting.start) };
  return subjectLine(t(`mail.meeting.visitor.${news}.subject`, values));
}

function heldWords({ t, timeToday, until }: Words, { heldUntil, stamp }: MailMeeting): string[] {
  if (heldUntil === null) return [];
  const time = timeToday(heldUntil, stamp);
  if (time !== null) return [t('mail.meeting.verify.heldTime', { time })];
  return [t('mail.meeting.verify.heldDay', { until: until(heldUntil) })];
}

function visitorText({ t }: Words, news: News, { cancelledBy }: MailMeeting): string {
  if (news !== 'cancelled' || cancelledBy === undefined) return t(`mail.meeting.visitor.${news}.text`);
  return t(`mail.meeting.visitor.cancelled.${cancelledBy === 'staff' ? 'sorry' : 'done'}`);
}

/** Whether the meeting takes place. */
function stands(occasion: Occasion): boolean {
  return occasion !== 'cancelled';
}

/** Until when what can be changed; after the cut-off only cancelling is left (E7). */
export function changeWords({ t, until }: Words, meeting: MailMeeting): string[] {
  const { changeUntil } = meeting;
  if (changeUntil === null) return [t('mail.meeting.change.cancel')];
  if (!canStillMove(meeting)) return [t('mail.meeting.change.late')];
  return [t('mail.meeting.change.until', { until: until(changeUntil) })];
}

export function askWords({ t }: Words, { hosts: [host] }: MailMeeting): string[] {
  return host ? [t('mail.meeting.change.ask', { host: nameLine(host.name) })] : [];
}

function canStillMove({ changeUntil, stamp }: MailMeeting): boolean {
  return changeUntil !== null && changeUntil * 60_000 > stamp;
}

function visitorFacts(words: Words, occasion: Occasion, meeting: MailMeeting): MailFact[] {
  const name = nameFacts(words.t('mail.meeting.fact.name'), meeting);
  const known = [titleFact(words, meeting), ...timeFacts(words, meeting), ...hostFacts(words, meeting)];
  const reason = meeting.cancelledBy === 'visitor' ? [] : reasonFacts(words, meeting);
  if (occasion === 'cancelled') return [...known, ...name, ...reason];
  const place = placeFacts(words, meeting.location, meeting.visitor.phone);
  return [...known, ...place, ...name, ...guestFacts(words, meeting), ...reason];
}

export function visitorButton({ t }: Words, occasion: Occasion, meeting: MailMeeting): MailLayout['button'] {
  if (stands(occasion)) {
    const label = t(canStillMove(meeting) ? 'mail.meeting.press.manage' : 'mail.meeting.press.cancel');
    return { label, url: meeting.manageUrl };
  }
  const url = meeting.newTimesUrl;
  return url === undefined ? undefined : { label: t('mail.meeting.press.again'), url };
}
