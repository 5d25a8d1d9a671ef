import { useDates } from '#ui/dates.tsx';
import type { CalendarSpan } from './host-time-query.ts';
import { dayBounds, plusMinutes } from './wall-time.ts';
import { useBookingWords } from './words.ts';

interface HostDayProps {
  name: string;
  spans: readonly CalendarSpan[];
  /** A date of the reader's zone. */
  date: string;
  chosen: { start: string; end: string } | null;
  /** Its own time is not shown as taken. */
  ownBookingId?: string;
}

/** One day of a host as a strip: closed hatched, busy flat, booked with its bar, the chosen time edged. */
export function HostDay({ name, spans, date, chosen, ownBookingId }: HostDayProps) {
  const t = useBookingWords();
  const { reader } = useDates();
  const whole = dayBounds(date, reader.timeZone);
  const within = spans.filter(
    (span) =>
      span.start < whole.end && span.end > whole.start && !(ownBookingId && span.bookingId === ownBookingId),
  );
  const taken = within.filter(({ kind }) => TAKEN.includes(kind));
  const day = hoursShown(whole, [...taken.filter(({ allDay }) => !allDay), ...(chosen ? [chosen] : [])]);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 truncate text-12 text-muted">
        <bdi>{t('day.of', { name })}</bdi>
        <Taken spans={taken} />
      </figcaption>
      <div aria-hidden className="relative h-8 overflow-hidden rounded-xs border border-line bg-bg">
        {within.map(({ kind, start, end, title }) => (
          <Piece
            key={`${kind}${start}${end}`}
            span={{ start, end }}
            day={day}
            look={LOOKS[kind]}
            title={title}
          />
        ))}
        {chosen && <Piece span={chosen} day={day} look={CHOSEN} />}
      </div>
      <Hours day={day} />
    </figure>
  );
}

/** The same, read aloud. */
function Taken({ spans }: { spans: readonly CalendarSpan[] }) {
  const t = useBookingWords();
  const dates = useDates();
  const times = spans.map(({ allDay, start, end }) => (allDay ? t('day.allDay') : dates.range(start, end)));
  const words = times.length > 0 ? t('day.taken', { times: times.join(', ') }) : t('day.nothing');
  return <span className="sr-only">: {words}</span>;
}

const CHOSEN = 'z-1 rounded-xs border-2 border-accent bg-accent-soft opacity-90';

/** From seven to nine in the evening, and whatever lies outside. */
function hoursShown(day: PieceProps['day'], shown: { start: string; end: string }[]): PieceProps['day'] {
  const within = shown.filter(({ start, end }) => start < day.end && end > day.start);
  const starts = [plusMinutes(day.start, 7 * 60), ...within.map(({ start }) => start)];
  const ends = [plusMinutes(day.start, 21 * 60), ...within.map(({ end }) => end)];
  const [start = day.start] = starts.toSorted();
  const end = ends.toSorted().at(-1) ?? day.end;
  return { start: start < day.start ? day.start : start, end: end > day.end ? day.end : end };
}

const TAKEN: CalendarSpan['kind'][] = ['busy', 'booked', 'held'];

const LOOKS: Record<CalendarSpan['kind'], string> = {
  closed: 'bg-[repeating-linear-gradient(135deg,var(--sp-closed-line)_0_1px,transparent_1px_5px)] bg-side',
  busy: 'bg-(--sp-busy)',
  free: 'hidden',
  booked: 'bg-(--sp-booked) border-s-2 border-(--sp-booked-bar)',
  held: 'bg-(--sp-held) border border-dotted border-(--sp-held-line)',
  offered: 'hidden',
};

interface PieceProps {
  span: { start: string; end: string };
  day: { start: string; end: string };
  look: string;
  title?: string;
}

function Piece({ span, day, look, title }: PieceProps) {
  const left = Math.max(0, part(span.start, day));
  const right = Math.min(1, part(span.end, day));
  if (right <= left) return null;
  return (
    <span
      title={title}
      className={`absolute inset-y-0 ${look}`}
      style={{ insetInlineStart: `${left * 100}%`, width: `${(right - left) * 100}%` }}
    />
  );
}

function part(instant: string, day: PieceProps['day']): number {
  const [start, end] = [Date.parse(day.start), Date.parse(day.end)];
  return (Date.parse(instant) - start) / (end - start);
}

function Hours({ day }: { day: PieceProps['day'] }) {
  const { time } = useDates();
  const marks = wholeHours(day).map((instant) => ({ at: part(instant, day), instant }));
  return (
    <div aria-hidden className="relative h-4 text-11 text-faint tabular">
      {marks.map(({ at, instant }) => (
        <span key={at} className="absolute -translate-x-1/2" style={{ insetInlineStart: `${at * 100}%` }}>
          {time(instant)}
        </span>
      ))}
    </div>
  );
}

/** Every third hour that is not at the very edge. */
function wholeHours({ start, end }: PieceProps['day']): string[] {
  const hour = 3_600_000;
  const first = Math.ceil((Date.parse(start) + hour / 2) / hour) * hour;
  const count = Math.ceil((Date.parse(end) - hour / 2 - first) / (3 * hour));
  return Array.from({ length: Math.max(0, count) }, (_, step) =>
    new Date(first + step * 3 * hour).toISOString(),
  );
}
