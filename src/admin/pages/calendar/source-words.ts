import type { CalendarSpan } from './week-query.ts';
import type { CalendarWords } from './words.ts';

/** Where what takes a time comes from: 'through the link “Oven tour”'; of others' own matters only whose they are. */
export function sourceWords({ kind, why, sources }: CalendarSpan, owner: string, t: CalendarWords): string {
  if (kind === 'offered') return '';
  if (kind === 'closed') return closedBy(why, sources, t);
  if (!sources) return t('source.hidden', { name: owner });
  return sources.map((source) => t(`source.${source.kind}`, { name: source.name ?? '' })).join(', ');
}

function closedBy(why: CalendarSpan['why'], sources: CalendarSpan['sources'], t: CalendarWords): string {
  if (why === 'holiday') return sources?.[0] ? t('source.holidays', { name: sources[0].name ?? '' }) : '';
  return why === 'absence' ? t('source.absence') : '';
}
