import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarX2 } from 'lucide-react';
import { closingQuery } from '#calendars/outside/screens/closing-query.ts';
import { useDates, useToday } from '#ui/dates.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

/** A9: a calendar that cannot be read closes its owner; they learn it wherever they are, until it is read again. */
export function ClosedBanner() {
  const t = useAdminWords();
  const { data } = useQuery(closingQuery(useMe().member.id));
  const words = useClosedWords();
  const isClosed = data !== undefined && data.closing.length > 0;
  return (
    <output className="block shrink-0">
      {isClosed && (
        <span className="flex items-start gap-2.5 border-b border-danger-line bg-danger-soft px-6 py-2 max-tablet:px-4">
          <CalendarX2 aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 wrap-anywhere">
            {words(data.closing)}{' '}
            <Link to="/settings/calendars" className={TEXT_LINK}>
              {t('calendarClosed.act')}
            </Link>
          </span>
        </span>
      )}
    </output>
  );
}

type Closing = { name: string; lastSuccessAt: string | null }[];

function useClosedWords(): (closing: Closing) => string {
  const t = useAdminWords();
  const dates = useDates();
  const today = useToday();
  const whenOf = (instant: string) => {
    const day = dates.dateOf(instant);
    return day === today ? dates.time(instant) : `${dates.briefDay(day)} ${dates.time(instant)}`;
  };
  return (closing) => {
    const [first] = closing.toSorted((one, other) =>
      (one.lastSuccessAt ?? '') < (other.lastSuccessAt ?? '') ? -1 : 1,
    );
    const said = { name: first!.name, count: closing.length };
    if (first!.lastSuccessAt === null) return t('calendarClosed.never', said);
    return t('calendarClosed.since', { ...said, when: whenOf(first!.lastSuccessAt) });
  };
}
