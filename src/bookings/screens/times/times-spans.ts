import { dayFromText, isoFromMinute } from '#engine/minutes.ts';
import { instantOf, zoneNamed } from '#engine/zone.ts';
import type { CalendarSpan, CalendarWeek } from '#bookings/week/week-fields.ts';
import type { LinkWords } from '#links/screens/words.ts';
import type { GridSpan } from '#ui/week-grid.tsx';
import type { OfferedTime } from './offered-time.ts';

interface Shown {
  week: CalendarWeek | undefined;
  memberIds: readonly string[];
  days: readonly string[];
  timeZone: string;
  times: readonly OfferedTime[];
  now: string;
  rangeOf: (start: string, end: string) => string;
  timeOf: (instant: string) => string;
}

/** Each host's lane with what they have, and in every lane the times that are offered: everybody has to be there. */
export function spansOf(t: LinkWords, shown: Shown): GridSpan[] {
  const { week, memberIds, times, now, rangeOf, timeOf } = shown;
  const had = (week?.members ?? []).flatMap(({ memberId, spans }) =>
    spans.flatMap((span, index) => spansFor(t, span, `${memberId}-${index}`, memberId, shown)),
  );
  const picked = times.flatMap(({ start, end }) =>
    memberIds.map((personId): GridSpan => {
      const isPast = start < now;
      const [title, subtitle] = [timeOf(start), `– ${timeOf(end)}`];
      const label = `${rangeOf(start, end)}, ${t(isPast ? 'times.offeredPast' : 'times.offered')}`;
      const span = { id: idOf(start, personId), personId, kind: 'picked' as const, start, end };
      return { ...span, title, subtitle, label, movable: !isPast, resizable: !isPast };
    }),
  );
  return [...had, ...picked];
}

/** One time has a span in every lane. */
export const idOf = (start: string, personId: string): string => `${start} ${personId}`;
export const startOf = (spanId: string): string => spanId.split(' ')[0]!;

function spansFor(t: LinkWords, span: CalendarSpan, id: string, personId: string, shown: Shown): GridSpan[] {
  const { kind, start, end, allDay } = span;
  if (kind === 'free' || kind === 'offered') return [];
  if (kind === 'closed') return closedFor(t, span, id, personId, shown);
  const title = kind === 'busy' ? (span.title ?? t('times.busy')) : (span.visitor ?? span.title ?? '');
  const label = [title, t(`times.kind.${kind}`)].filter(Boolean).join(', ');
  return [{ id, personId, kind, start, end, allDay, title, label }];
}

const FIRST_HOUR = 8;

/** Ordinary hours close without a word; an absence says so where the eye falls, not at midnight. */
function closedFor(t: LinkWords, span: CalendarSpan, id: string, personId: string, shown: Shown): GridSpan[] {
  const { start, end, why, title } = span;
  const lane = { personId, kind: 'closed' as const };
  if (why !== 'absence' && why !== 'holiday') return [{ ...lane, id, start, end, label: t('times.outside') }];
  const words = title ?? t(`times.${why}`);
  const zone = zoneNamed(shown.timeZone)!;
  const cuts = shown.days
    .map((date) => isoFromMinute(instantOf(zone, dayFromText(date)!, FIRST_HOUR * 60)))
    .filter((cut) => cut > start && cut < end);
  const edges = [start, ...cuts, end];
  return edges.slice(1).map((edge, at) => {
    const isEarly = at === 0 && cuts.length > 0;
    return {
      ...lane,
      id: `${id}.${at}`,
      start: edges[at]!,
      end: edge,
      label: words,
      ...(!isEarly && { title: words }),
    };
  });
}
