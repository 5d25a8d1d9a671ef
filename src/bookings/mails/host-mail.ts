import { mailLayout } from '#platform/mailer/layout.ts';
import type { MailFact, MailLayout } from '#platform/mailer/layout.ts';
import { oneLine as subjectLine } from '#platform/mailer/mail.ts';
import {
  guestFacts,
  hostFacts,
  nameFacts,
  placeFacts,
  reasonFacts,
  timeFacts,
  titleFact,
  typedFacts,
  visitorFacts,
} from './facts.ts';
import { calendarText } from './ics.ts';
import type { MailHost, MailMeeting, MailReader, Written } from './meeting.ts';
import { typedLine } from './typed.ts';
import { nameLine, titleLine, wordsFor } from './words.ts';
import type { Words } from './words.ts';

/** `removed`: another host has it now; `partner`: one holds it together with another now. */
export type HostOccasion = 'new' | 'rescheduled' | 'cancelled' | 'reopened' | 'removed' | 'partner';

/** In the host's language and zone, with all that the visitor told; who lost the meeting learns only that. */
export function hostMail(occasion: HostOccasion, meeting: MailMeeting, host: MailHost): Written {
  const words = wordsFor(host);
  const { t } = words;
  const layout = mailLayout({
    language: words.language,
    title: t(`mail.meeting.host.${occasion}.title`),
    paragraphs: [hostText(words, occasion, meeting)],
    facts: occasion === 'removed' ? removedFacts(words, meeting) : allFacts(words, meeting, host),
    button: occasion === 'removed' ? undefined : adminButton(words, meeting),
    footer: t('mail.meeting.footer.host', { workspace: nameLine(meeting.workspaceName) }),
  });
  const gone = occasion === 'cancelled' || occasion === 'removed';
  const method = gone ? 'CANCEL' : 'REQUEST';
  const copy = { method, for: 'host', host, uninvited: occasion === 'removed' } as const;
  return {
    subject: subjectLine(t(`mail.meeting.host.${occasion}.subject`, subjectValues(words, meeting))),
    ...layout,
    ...(occasion === 'removed' ? {} : answerTo(meeting)),
    calendar: { method, text: calendarText(meeting, copy) },
  };
}

/** B2: the creator of a group link, who is not a host, learns that somebody booked through it. */
export function creatorMail(meeting: MailMeeting, creator: MailReader): Written {
  const words = wordsFor(creator);
  const { t } = words;
  const layout = mailLayout({
    language: words.language,
    title: t('mail.meeting.creator.title'),
    paragraphs: [t('mail.meeting.creator.text')],
    facts: [
      titleFact(words, meeting),
      ...timeFacts(words, meeting),
      ...hostFacts(words, meeting),
      ...visitorFacts(words, meeting, creator),
      ...placeFacts(words, meeting.location, meeting.visitor.phone),
    ],
    button: adminButton(words, meeting),
    footer: t('mail.meeting.footer.creator'),
  });
  const subject = t('mail.meeting.creator.subject', subjectValues(words, meeting));
  return { subject: subjectLine(subject), ...layout, ...answerTo(meeting) };
}

function hostText({ t }: Words, occasion: HostOccasion, { cancelledBy }: MailMeeting): string {
  if (occasion !== 'cancelled' || cancelledBy === undefined) return t(`mail.meeting.host.${occasion}.text`);
  return t(`mail.meeting.host.cancelled.${cancelledBy === 'staff' ? 'byStaff' : 'byVisitor'}`);
}

export function allFacts(words: Words, meeting: MailMeeting, host: MailHost): MailFact[] {
  return [
    titleFact(words, meeting),
    ...timeFacts(words, meeting),
    ...visitorFacts(words, meeting, host),
    ...placeFacts(words, meeting.location, meeting.visitor.phone),
    ...togetherFacts(words, meeting),
    ...guestFacts(words, meeting),
    ...typedFacts(words, meeting),
    ...reasonFacts(words, meeting),
  ];
}

function removedFacts(words: Words, meeting: MailMeeting): MailFact[] {
  const first = [titleFact(words, meeting), ...timeFacts(words, { ...meeting, previousStart: undefined })];
  const name = nameFacts(words.t('mail.meeting.fact.visitor'), meeting);
  const hosts = hostFacts(words, { ...meeting, previousHosts: undefined });
  return [...first, ...name, ...hosts, ...reasonFacts(words, meeting)];
}

/** Hosts are named where there are several or where they changed: one host knows who they are. */
function togetherFacts(words: Words, meeting: MailMeeting): MailFact[] {
  const alone = meeting.hosts.length < 2 && (meeting.previousHosts ?? []).length === 0;
  return alone ? [] : hostFacts(words, meeting);
}

/** A meeting made by hand may have no visitor. */
export function answerTo({ visitor }: MailMeeting): { replyTo?: string } {
  return visitor.email === '' ? {} : { replyTo: visitor.email };
}

export function subjectValues({ when }: Words, meeting: MailMeeting): Record<'title' | 'when', string> {
  const names = [titleLine(meeting.title), typedLine(meeting.visitor.name, 50)];
  return { title: names.filter((name) => name !== '').join(', '), when: when(meeting.start) };
}

export function adminButton({ t }: Words, { adminUrl }: MailMeeting): MailLayout['button'] {
  return adminUrl === undefined ? undefined : { label: t('mail.meeting.press.admin'), url: adminUrl };
}
