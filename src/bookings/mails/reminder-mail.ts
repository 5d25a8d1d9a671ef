import { mailLayout } from '#platform/mailer/layout.ts';
import { oneLine as subjectLine } from '#platform/mailer/mail.ts';
import { guestFacts, hostFacts, nameFacts, placeFacts, timeFacts, titleFact } from './facts.ts';
import { adminButton, allFacts, answerTo, subjectValues } from './host-mail.ts';
import type { MailHost, MailMeeting, Written } from './meeting.ts';
import { lines } from './typed.ts';
import { askWords, changeWords, visitorButton } from './visitor-mail.ts';
import { nameLine, titleLine, wordsFor } from './words.ts';
import type { Words } from './words.ts';

/** Before the meeting, to the visitor: when, where, with whom, and the way to change it (B7). */
export function reminderMail(meeting: MailMeeting, ownText: string | null): Written {
  const words = wordsFor(meeting.visitor);
  const { t } = words;
  const layout = mailLayout({
    language: words.language,
    title: t('mail.meeting.reminder.visitor.title'),
    paragraphs: ownWords(ownText) ?? [t('mail.meeting.reminder.visitor.text')],
    facts: [
      titleFact(words, meeting),
      ...timeFacts(words, meeting),
      ...hostFacts(words, meeting),
      ...placeFacts(words, meeting.location, meeting.visitor.phone),
      ...nameFacts(t('mail.meeting.fact.name'), meeting),
      ...guestFacts(words, meeting),
    ],
    notes: [...changeWords(words, meeting), ...askWords(words, meeting)],
    button: visitorButton(words, 'confirmation', meeting),
    footer: t('mail.meeting.footer.visitor', { workspace: nameLine(meeting.workspaceName) }),
  });
  return { subject: subjectOf(words, 'reminder', meeting), ...layout, ...fromHost(meeting) };
}

/** After it, to the visitor: what the link's owner says, and the way to another meeting while the link is open. */
export function followUpMail(meeting: MailMeeting, ownText: string | null): Written {
  const words = wordsFor(meeting.visitor);
  const { t } = words;
  const { newTimesUrl: url } = meeting;
  const layout = mailLayout({
    language: words.language,
    title: t('mail.meeting.followUp.visitor.title'),
    paragraphs: ownWords(ownText) ?? [t('mail.meeting.followUp.visitor.text')],
    facts: [titleFact(words, meeting), ...timeFacts(words, meeting), ...hostFacts(words, meeting)],
    notes: askWords(words, meeting),
    ...(url !== undefined && { button: { label: t('mail.meeting.press.bookAgain'), url } }),
    footer: t('mail.meeting.footer.visitor', { workspace: nameLine(meeting.workspaceName) }),
  });
  return { subject: subjectOf(words, 'followUp', meeting), ...layout, ...fromHost(meeting) };
}

/** Before the meeting, to a host, with all that the visitor told. */
export function hostReminderMail(meeting: MailMeeting, host: MailHost, ownText: string | null): Written {
  return toHost('reminder', meeting, host, ownText);
}

/** After it, to a host: the moment to say how it went. */
export function hostFollowUpMail(meeting: MailMeeting, host: MailHost, ownText: string | null): Written {
  return toHost('followUp', meeting, host, ownText);
}

type Moment = 'reminder' | 'followUp';

function toHost(moment: Moment, meeting: MailMeeting, host: MailHost, ownText: string | null): Written {
  const words = wordsFor(host);
  const { t } = words;
  const layout = mailLayout({
    language: words.language,
    title: t(`mail.meeting.${moment}.host.title`),
    paragraphs: [...(ownWords(ownText) ?? []), t(`mail.meeting.${moment}.host.text`)],
    facts: allFacts(words, meeting, host),
    button: adminButton(words, meeting),
    footer: t('mail.meeting.footer.host', { workspace: nameLine(meeting.workspaceName) }),
  });
  const subject = t(`mail.meeting.${moment}.host.subject`, subjectValues(words, meeting));
  return { subject: subjectLine(subject), ...layout, ...answerTo(meeting) };
}

/** Typed by a colleague, so its addresses stay as they are; the layout escapes it. */
function ownWords(text: string | null): string[] | null {
  const paragraphs = lines(text ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return paragraphs.length > 0 ? paragraphs : null;
}

function subjectOf({ t, when }: Words, moment: Moment, meeting: MailMeeting): string {
  const values = { title: titleLine(meeting.title), when: when(meeting.start) };
  return subjectLine(t(`mail.meeting.${moment}.visitor.subject`, values));
}

function fromHost({ hosts: [host] }: MailMeeting): { replyTo?: string } {
  return host ? { replyTo: host.email } : {};
}
