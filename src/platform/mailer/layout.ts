import type { Language } from '../messages/messages.ts';
import { documentOf } from './layout-html.ts';

/** What a mail says, as plain text: everything is escaped here, whoever wrote it. */
export interface MailLayout {
  language: Language;
  title: string;
  paragraphs: string[];
  /** `\n` in a value is a new line. Only an https `url` can be pressed; otherwise its value stands alone. */
  facts?: MailFact[];
  /** What to do with the facts: stands below them, above the button. */
  notes?: string[];
  /** Its address comes from PUBLIC_URL and is written out for people whose mail program shows no buttons. */
  button?: { label: string; url: string };
  footer?: string;
}

export interface MailFact {
  label: string;
  value: string;
  url?: string;
}

/**
 * One look for every mail, as text and as HTML that says the same. No pictures and nothing from elsewhere;
 * colours of the public page, light and dark; at most 600 px wide.
 */
export function mailLayout(mail: MailLayout): { text: string; html: string } {
  const shown = { ...mail, facts: mail.facts?.map(withoutOddAddress) };
  return { text: textOf(shown), html: documentOf(shown) };
}

function withoutOddAddress({ label, value, url }: MailFact): MailFact {
  return url !== undefined && /^https:\/\/[^\s]+$/i.test(url) && URL.canParse(url)
    ? { label, value, url }
    : { label, value };
}

function textOf({ language, title, paragraphs, facts = [], notes = [], button, footer }: MailLayout): string {
  const blocks = [
    title,
    ...paragraphs,
    facts.map((fact) => factLine(language, fact)).join('\n'),
    ...notes,
    button ? `${labelled(language, button.label)}\n${button.url}` : '',
    footer ? `--\n${footer}` : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function factLine(language: Language, { label, value, url }: MailFact): string {
  const lines = `${labelled(language, label)} ${value.split('\n').join('\n    ')}`;
  return url === undefined ? lines : `${lines}\n    ${url}`;
}

/** A label before its value: French sets the colon apart. */
export function labelled(language: Language, label: string): string {
  return language === 'fr' ? `${label}\u00a0:` : `${label}:`;
}
