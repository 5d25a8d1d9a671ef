import { capital } from '#ui/capital.ts';
import type { useDates } from '#ui/dates.tsx';
import type { GridSpan } from '#ui/week-grid.tsx';
import { instantOn, type CalendarMember, type CalendarSpan, type ShownWeek } from './week-query.ts';
import { closedWords } from './closed-words.ts';
import { sourceWords } from './source-words.ts';
import type { CalendarWords } from './words.ts';

/** A span of the grid and what it stands for. */
export interface PlacedSpan {
  member: CalendarMember;
  span: CalendarSpan;
}

export interface SpanSpeaker {
  t: CalendarWords;
  dates: ReturnType<typeof useDates>;
  /** Of an outside calendar of one's own. */
  colourOf?: (calendarId: string) => string | null;
}

/** Where the reader's eye falls first; what closed time has to say stands there, not at midnight. */
export const FIRST_HOUR = 8;

/** What the grid draws, and by the id of each what it is. */
export function placedSpans(week: ShownWeek, speaker: SpanSpeaker) {
  const byId = new Map<string, PlacedSpan>();
  const spans = week.members.flatMap((member) =>
    member.spans.flatMap((span, index) => {
      const id = idOf(member, span, index);
      byId.set(id, { member, span });
      if (span.kind !== 'closed')
        return [{ id, personId: member.memberId, ...drawn({ member, span }, week, speaker) }];
      return closedParts({ member, span }, week, speaker).map((part, at) => ({
        ...part,
        id: `${id}.${at}`,
        personId: member.memberId,
      }));
    }),
  );
  return { spans, byId };
}

function idOf(
  { memberId }: CalendarMember,
  { eventId, bookingId, kind, start }: CalendarSpan,
  index: number,
) {
  if (eventId) return `event ${eventId}`;
  return bookingId ? `booking ${bookingId} ${memberId}` : `${kind} ${memberId} ${start} ${index}`;
}

type Drawn = Omit<GridSpan, 'id' | 'personId'>;

function drawn({ member, span }: PlacedSpan, week: ShownWeek, speaker: SpanSpeaker): Drawn {
  const { kind, start, end, allDay } = span;
  const { title, subtitle } = wordsOf(span, week, speaker);
  const source = sourceWords(span, member.name, speaker.t);
  const words = [title, subtitle, speaker.t(`kinds.${kind}`), source].filter(Boolean).join(', ');
  const label = title ? words : capital(words);
  const isEvent = span.eventId !== undefined;
  const from =
    span.calendarId === undefined ? undefined : { colour: speaker.colourOf?.(span.calendarId) ?? null };
  // An event that says nothing of itself would be a blank that looks like something not yet loaded.
  const named = title || (from && capital(speaker.t(`kinds.${kind}`)));
  const seen = { kind, start, end, allDay, title: named, subtitle, label, from };
  return {
    ...seen,
    movable: span.editable && (isEvent || span.bookingId !== undefined),
    resizable: span.editable && isEvent,
  };
}

function wordsOf(span: CalendarSpan, week: ShownWeek, speaker: SpanSpeaker) {
  const { t } = speaker;
  if (span.kind === 'offered') return { title: t('offered'), subtitle: offeredBy(span, week, t) };
  if (span.kind !== 'held')
    return { title: span.title, subtitle: span.visitor === span.title ? undefined : span.visitor };
  const subtitle = [span.title, span.visitor].filter(Boolean).join(', ');
  return { title: heldWords(span, speaker), subtitle };
}

function heldWords({ expiresAt }: CalendarSpan, { t, dates }: SpanSpeaker): string {
  if (!expiresAt) return t('held');
  const day = dates.dateOf(expiresAt);
  const isToday = day === dates.dateOf(new Date().toISOString());
  const until = isToday ? dates.time(expiresAt) : `${dates.briefDay(day)} ${dates.time(expiresAt)}`;
  return t('heldUntil', { until });
}

function offeredBy({ linkIds = [] }: CalendarSpan, { links }: ShownWeek, t: CalendarWords): string {
  const [only] = linkIds;
  if (linkIds.length === 1) return links.find(({ id }) => id === only)?.title ?? '';
  return t('links', { count: linkIds.length });
}

/** Of days that are closed for a reason, the part before the first hour is wordless. */
function closedParts({ member, span }: PlacedSpan, week: ShownWeek, speaker: SpanSpeaker): Drawn[] {
  const { start, end } = span;
  const words = closedWords(span, week, speaker);
  const label = [words, sourceWords(span, member.name, speaker.t)].filter(Boolean).join(', ');
  if (span.why === 'hours' || span.why === undefined) return [{ kind: 'closed', start, end, label }];
  const zone = speaker.dates.reader.timeZone;
  const cuts = week.days
    .map((date) => instantOn(date, FIRST_HOUR, zone))
    .filter((cut) => cut > start && cut < end);
  const edges = [start, ...cuts, end];
  return edges.slice(1).map((edge, at) => {
    const from = edges[at]!;
    const isMorning = at === 0 && cuts.length > 0 && speaker.dates.time(start) < '08';
    return { kind: 'closed', start: from, end: edge, label, ...(!isMorning && { title: words }) };
  });
}
