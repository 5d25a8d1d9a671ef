import { languages } from './messages.ts';
import type { Language } from './messages.ts';

/**
 * 12 or 24 hours; the week's first day counts from 1, Monday, to 7, Sunday. `monthFirst` is English as the United
 * States write it: 'December 1'.
 */
export type Clock = { hour12: boolean; firstDay: number; monthFirst?: boolean };

/** The wanted language when we have it, else the best of the Accept-Language header, else English. */
export function languageFrom(acceptLanguage: string | undefined, wanted?: string): Language {
  return knownLanguage(wanted) ?? accepted(acceptLanguage).map(knownLanguage).find(Boolean) ?? 'en';
}

/**
 * Hours and weeks as the visitor's region writes them: en-US 12 h from Sunday, en-GB 24 h from Monday.
 * A bare `en` names no region, so it gets the international form: 24 h, from Monday.
 */
export function clockFrom(acceptLanguage: string | undefined): Clock {
  const tag = accepted(acceptLanguage)[0];
  if (tag === undefined || tag.toLowerCase() === 'en') return international;
  try {
    return clockOf(new Intl.Locale(tag));
  } catch {
    return international;
  }
}

const international: Clock = { hour12: false, firstDay: 1 };

function clockOf(locale: Intl.Locale): Clock {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const { firstDay } = (locale as LocaleWithWeek).getWeekInfo();
  const hour12 = hourCycle === 'h12' || hourCycle === 'h11';
  return { hour12, firstDay, ...(writesMonthFirst(locale) && { monthFirst: true }) };
}

function writesMonthFirst(locale: Intl.Locale): boolean {
  if (locale.language !== 'en') return false;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' });
  return format.formatToParts(0)[0]?.type === 'month';
}

type LocaleWithWeek = Intl.Locale & { getWeekInfo(): { firstDay: number } };

/** 'fr' for 'fr' and 'fr-CA'; undefined for what we do not speak. */
export function knownLanguage(tag: string | undefined): Language | undefined {
  const short = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === short);
}

/** Language tags of the header, best first; what nobody sends in earnest is cut off. */
function accepted(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(weighed)
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

function weighed(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}
