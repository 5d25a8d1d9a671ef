import { Link } from '@tanstack/react-router';
import { useBookingTimes } from './booking-times.ts';
import type { ActivityView } from './activity-queries.ts';
import { StatusMark } from './status-mark.tsx';
import { useBookingWords } from './words.ts';

/** A meeting on one line; pressed, it opens in the calendar at its day, where it is changed, moved and cancelled. */
export function MeetingRow({ meeting }: { meeting: ActivityView }) {
  const placeOf = useCalendarPlace();
  if (!meeting.mayOpen) {
    return (
      <li className={LINE}>
        <Facts meeting={meeting} />
      </li>
    );
  }
  return (
    <li>
      <Link
        to="/calendar"
        search={placeOf(meeting)}
        className={`${LINE} -mx-2 rounded-xs px-2 hover:bg-hover`}
      >
        <Facts meeting={meeting} />
      </Link>
    </li>
  );
}

const LINE = 'flex min-h-9 min-w-0 flex-wrap items-center gap-x-4 py-1.5 touch:min-h-(--touch)';

/** More lanes do not stand side by side. */
const MOST_LANES = 5;

/** Where a meeting is in the calendar: its day, the lanes of its hosts, and itself opened. */
function useCalendarPlace() {
  const times = useBookingTimes();
  return ({ id, start, hosts }: ActivityView) => {
    const who = hosts.slice(0, MOST_LANES).map((host) => host.id);
    return { date: times.dateOf(start), ...(who.length > 0 && { who: who.join(',') }), open: id };
  };
}

function Facts({ meeting }: { meeting: ActivityView }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const { start, title, visitor, link, hosts } = meeting;
  const names = new Intl.ListFormat(times.reader.language, { style: 'short', type: 'unit' }).format(
    hosts.map(({ name }) => name),
  );
  const by = link && link.title !== title ? t('meetings.by', { link: link.title }) : undefined;
  return (
    <>
      <time dateTime={start} className="min-w-48 shrink-0 text-muted" title={times.when(start)}>
        {times.briefDay(times.dateOf(start))}, {times.range(start, meeting.end)}
      </time>
      <span dir="auto" className="min-w-40 flex-1 truncate font-medium" title={title}>
        {title}
        {visitor && <span className="font-normal text-muted"> · {visitor.name}</span>}
        {by && <span className="font-normal text-faint"> · {by}</span>}
      </span>
      <span dir="auto" className="max-w-60 truncate text-muted" title={names}>
        {names}
      </span>
      <span className="min-w-24 shrink-0">
        <StatusMark booking={{ ...meeting, needsHost: null }} />
      </span>
    </>
  );
}
