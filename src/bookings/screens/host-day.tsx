import { useDates } from '#ui/dates.tsx';
import type { CalendarSpan } from './host-time-query.ts';
import { dayBounds } from './wall-time.ts';
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
  const dates = useDates();
  const day = dayBounds(date, dates.reader.timeZone);
  const within = spans.filter(
    (span) =>
      span.start < day.end && span.end > day.start && !(ownBookingId && span.bookingId === ownBookingId),
  );
  const taken = within.filter(({ kind }) => TAKEN.includes(kind));
  const sentence = taken.map((span) => (span.allDay ? t('day.allDay') : dates.range(span.start, span.end)));
  const words = sentence.length > 0 ? t('day.taken', { times: sentence.join(', ') }) : t('day.nothing');
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex min-w-0 justify-between gap-2 text-12 text-muted">
        <bdi className="truncate">{t('day.of', { name })}</bdi>
      </figcaption>
      <div
        role="img"
        aria-label={`${name}: ${words}`}
        className="relative h-8 overflow-hidden rounded-xs border border-line bg-bg"
      >
        {within.map((span) => (
          <Piece
            key={`${span.kind}${span.start}${span.end}`}
            span={span}
            day={day}
            look={LOOKS[span.kind]}
            title={span.title}
          />
        ))}
        {chosen && (
          <Piece
            span={chosen}
            day={day}
            look="z-1 rounded-xs border-2 border-accent bg-accent-soft opacity-90"
          />
        )}
      </div>
      <Hours day={day} />
    </figure>
  );
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
  const marks = [0.25, 0.5, 0.75].map((at) => {
    const [start, end] = [Date.parse(day.start), Date.parse(day.end)];
    return { at, instant: new Date(start + (end - start) * at).toISOString() };
  });
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
