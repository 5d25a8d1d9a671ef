import { dayFromText, textFromDay, type Minute } from '#engine/minutes.ts';
import { groupByDay } from '#engine/slots.ts';
import { startOfDay, zoneNamed } from '#engine/zone.ts';
import { date, timeZone, z } from '#platform/http/fields.ts';
import { invalid } from '#platform/refusal.ts';
import type { Link } from '#links/link.ts';

const MOST_DAYS = 62;

/** Of a link that a colleague sent, or of an address that was typed first (C4). Whatever is no token is ignored. */
export const contactToken = z.string().max(2000);
/** Under `ladder`: to wait for the usual contact, or to take the first free (C3). */
export const whoField = z.enum(['owner', 'first']);

/** The reader's dates, both inclusive, in the reader's zone. */
export const datesFields = { from: date, to: date, timeZone };

/** How free times are asked for. */
export const slotsQuery = z
  .object({
    ...datesFields,
    duration: z.coerce.number().int().min(5).max(1440).optional(),
    c: contactToken.optional(),
    who: whoField.optional(),
  })
  .superRefine(checkDates);

export function checkDates(
  { from, to }: { from: string; to: string },
  context: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
  const days = (dayFromText(to) ?? 0) - (dayFromText(from) ?? 0) + 1;
  if (days < 1) refuse('The last day comes before the first.');
  if (days > MOST_DAYS) refuse(`Ask for at most ${MOST_DAYS} days at once.`);
}

type SlotsQuery = z.infer<typeof slotsQuery>;

/** The asked dates as a window of starts, half-open in minutes UTC. */
export function windowFrom(query: Pick<SlotsQuery, 'from' | 'to' | 'timeZone'>): {
  from: Minute;
  to: Minute;
} {
  const zone = zoneNamed(query.timeZone)!;
  return {
    from: startOfDay(zone, dayFromText(query.from)!),
    to: startOfDay(zone, dayFromText(query.to)! + 1),
  };
}

export function durationFrom(link: Link, duration: number | undefined): number {
  const { durationsMinutes } = link.settings;
  if (duration === undefined || link.kind === 'specific-times') return durationsMinutes[0]!;
  if (durationsMinutes.includes(duration)) return duration;
  throw invalid({ path: 'duration', message: `This link offers ${durationsMinutes.join(', ')} minutes.` });
}

/** Grouping by the visitor's date comes last and decides nothing (A7, ENGINE 8). */
export function byVisitorDay(starts: Minute[], zoneName: string): { date: string; starts: Minute[] }[] {
  return groupByDay(starts, zoneNamed(zoneName)!).map(({ day, starts: of }) => ({
    date: textFromDay(day),
    starts: of,
  }));
}
