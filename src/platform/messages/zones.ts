/** Time zones in words: 'Warsaw time', 'heure de Paris', 'czas londyński'. */
import { cities, polishZoneAdjectives } from './zone-cities.ts';
import type { Language } from './messages.ts';

/** `title` names the city, `detail` the region's time when it has another name. */
export type ZoneWords = { title: string; detail?: string };
export type ZoneGroup = { label: string; zones: { id: string; city: string }[] };

export function zoneWords(timeZone: string, language: Language): ZoneWords {
  const key = `${language} ${timeZone}`;
  const known = worded.get(key) ?? wordsOf(timeZone, language);
  if (worded.size > 2000) worded.clear();
  worded.set(key, known);
  return known;
}

/** Every zone of this runtime for a select, by part of the world, by city within it. */
export function zoneGroups(language: Language): ZoneGroup[] {
  const known = groups.get(language) ?? grouped(language);
  groups.set(language, known);
  return known;
}

/** 'Warsaw', 'Varsovie', 'Warszawa'. */
export function cityOf(timeZone: string, language: Language): string {
  if (isUniversal(timeZone)) return universal[language];
  const part = lastPart(timeZone);
  return cities[language][part] ?? part.replaceAll('_', ' ');
}

const worded = new Map<string, ZoneWords>();

function wordsOf(timeZone: string, language: Language): ZoneWords {
  if (isUniversal(timeZone)) return { title: universal[language] };
  const region = regionTime(timeZone, language);
  if (!namesCity(timeZone)) return { title: region };
  const title = titles[language](cityOf(timeZone, language), lastPart(timeZone));
  return region === '' || region === cityOf(timeZone, language) ? { title } : { title, detail: region };
}

const universal: Record<Language, string> = {
  en: 'Coordinated Universal Time (UTC)',
  fr: 'temps universel (UTC)',
  pl: 'czas uniwersalny (UTC)',
};

const titles: Record<Language, (city: string, part: string) => string> = {
  en: (city) => `${city} time`,
  fr: (city) => `heure ${ofFrench(city)}`,
  pl: (city, part) => (polishZoneAdjectives[part] ? `czas ${polishZoneAdjectives[part]}` : `czas: ${city}`),
};

function ofFrench(city: string): string {
  if (city.startsWith('Le ')) return `du ${city.slice(3)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔ]/.test(city) && !/^(Yangon|Yakutsk|Yakutat)/.test(city)
    ? `d’${city}`
    : `de ${city}`;
}

/** The region's own name for its time, without the word for time: 'Central European'. */
function regionTime(timeZone: string, language: Language): string {
  const generic = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' });
  const name = generic.formatToParts(recent).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return stripped[language].reduce((text, pattern) => text.replace(pattern, ''), name);
}

// The names changed over the decades; those of 2026 are meant.
const recent = Date.UTC(2026, 0, 15);

const stripped: Record<Language, RegExp[]> = {
  en: [/ Standard Time/, / Time/],
  fr: [/^heure : /, /^heure normale /, /^heure moyenne /, /^heure /, /^(de l’|de la |des |du |de |d’)/],
  pl: [/ \(czas standardowy\)/, /^czas: /, /^czas (standardowy )?/, / standardowy/],
};

function grouped(language: Language): ZoneGroup[] {
  const compare = new Intl.Collator(language).compare;
  const byPart = Map.groupBy(Intl.supportedValuesOf('timeZone'), (id) => id.split('/')[0] ?? '');
  const world = [...byPart]
    .filter(([part]) => part in parts)
    .map(([part, ids]) => ({
      label: parts[part]?.[language] ?? part,
      zones: ids
        .map((id) => ({ id, city: cityOf(id, language) }))
        .sort((one, other) => compare(one.city, other.city)),
    }));
  const utc = { label: 'UTC', zones: [{ id: 'UTC', city: universal[language] }] };
  return [...world.sort((one, other) => compare(one.label, other.label)), utc];
}

const parts: Record<string, Record<Language, string>> = {
  Africa: { en: 'Africa', fr: 'Afrique', pl: 'Afryka' },
  America: { en: 'America', fr: 'Amérique', pl: 'Ameryka' },
  Antarctica: { en: 'Antarctica', fr: 'Antarctique', pl: 'Antarktyda' },
  Arctic: { en: 'Arctic', fr: 'Arctique', pl: 'Arktyka' },
  Asia: { en: 'Asia', fr: 'Asie', pl: 'Azja' },
  Atlantic: { en: 'Atlantic Ocean', fr: 'Océan Atlantique', pl: 'Ocean Atlantycki' },
  Australia: { en: 'Australia', fr: 'Australie', pl: 'Australia' },
  Europe: { en: 'Europe', fr: 'Europe', pl: 'Europa' },
  Indian: { en: 'Indian Ocean', fr: 'Océan Indien', pl: 'Ocean Indyjski' },
  Pacific: { en: 'Pacific Ocean', fr: 'Océan Pacifique', pl: 'Ocean Spokojny' },
};

const groups = new Map<Language, ZoneGroup[]>();

const lastPart = (timeZone: string): string => timeZone.split('/').at(-1) ?? timeZone;

const namesCity = (timeZone: string): boolean => timeZone.includes('/') && !timeZone.startsWith('Etc/');

const isUniversal = (timeZone: string): boolean => /^(UTC|Etc\/(UTC|UCT|Universal|Zulu))$/.test(timeZone);
