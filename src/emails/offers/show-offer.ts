import {
  dateOf,
  longDay,
  offsetOf,
  shortDay,
  timeOf,
  whenWords,
  type Reader,
} from '#platform/messages/dates.ts';
import { clockFrom } from '#platform/messages/language.ts';
import { lengthWords } from '#platform/messages/length-words.ts';
import { translator, type Language, type T } from '#platform/messages/messages.ts';
import { zoneWords } from '#platform/messages/zones.ts';
import type { FoundLink } from '#links/store-public.ts';
import { minutesOf, offerAddress } from './offer-address.ts';

/** What a letter says of an offer, in its writer's language and the link's own zone. */
export interface ShownOffer {
  language: Language;
  title: string;
  /** Empty: a way to the link's page only. */
  days: { day: string; times: ShownTime[] }[];
  zone: string;
  /** To the link's page. */
  all: { words: string; address: string };
}

export interface ShownTime {
  start: string;
  /** '09:00'. */
  words: string;
  /** 'Tuesday 8 December at 09:00', for who does not see the day above. */
  when: string;
  address: string;
}

interface Showing {
  language: Language;
  publicUrl: string;
  /** Says who asks; nobody in particular when left out. */
  c?: string | undefined;
  now: string;
}

export function showOffer(found: FoundLink, starts: readonly string[], showing: Showing): ShownOffer {
  const { language, publicUrl, c, now } = showing;
  const t = translator(language);
  const { timeZone } = found.link.settings;
  const reader = { language, timeZone, hour12: clockFrom(language).hour12 };
  const lengths = new Set(starts.map((start) => minutesOf(found.link, start)));
  const common = lengths.size === 1 ? `, ${lengthWords(t, [...lengths][0]!)}` : '';
  const days = Map.groupBy(starts, (start) => dateOf(start, timeZone));
  return {
    language,
    title: `${found.link.title}${common}`,
    days: [...days].map(([date, ofDay]) => ({
      day: dayOf(date, dateOf(now, timeZone), reader),
      times: ofDay.map((start) => ({
        start,
        words: timeWords(start, ofDay, reader) + ownLength(t, found.link, start, lengths.size),
        when: whenWords(start, reader).when,
        address: offerAddress(publicUrl, found, { start, c }),
      })),
    })),
    zone: t('mail.offer.zone', { zone: zoneOf(timeZone, language) }),
    all: {
      words: t(starts.length === 0 ? 'mail.offer.choose' : 'mail.offer.all'),
      address: offerAddress(publicUrl, found, { c }),
    },
  };
}

/** The year only where it is another than this one. */
function dayOf(date: string, today: string, { language }: Reader): string {
  return (date.slice(0, 4) === today.slice(0, 4) ? shortDay : longDay)(date, language);
}

/** In the night when clocks go back there are two 01:30. */
function timeWords(start: string, ofDay: readonly string[], reader: Reader): string {
  const time = timeOf(start, reader);
  const twice = ofDay.filter((one) => timeOf(one, reader) === time).length > 1;
  return twice ? `${time} (${offsetOf(start, reader)})` : time;
}

function ownLength(t: T, link: FoundLink['link'], start: string, lengths: number): string {
  return lengths > 1 ? ` (${lengthWords(t, minutesOf(link, start))})` : '';
}

function zoneOf(timeZone: string, language: Language): string {
  const { title, detail } = zoneWords(timeZone, language);
  return detail === undefined ? title : `${title}, ${detail}`;
}
