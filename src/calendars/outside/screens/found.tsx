import type { CalendarView } from './calendar-queries.ts';
import { CalendarName } from './calendar-name.tsx';
import { useCalendarActs } from './use-calendar-acts.ts';
import { useOutsideWords } from './words.ts';
import { Switch } from '#ui/switch.tsx';
import { WrittenTo } from './written-to.tsx';

interface FoundProps {
  memberId: string;
  items: CalendarView[];
  /** Those of the account that was connected just now. */
  found: CalendarView[];
}

/** The calendars of a new account: all are checked until their owner says otherwise. */
export function Found({ memberId, items, found }: FoundProps) {
  const t = useOutsideWords();
  const acts = useCalendarActs(memberId);
  const isUnread = found.some(({ health }) => health.lastSuccessAt === null);
  return (
    <>
      <p className="mb-3 text-muted">
        {t('found.what', { count: found.length })} {isUnread && t('found.unread')}
      </p>
      <ul className="mb-5 border-b border-line">
        {found.map((calendar) => (
          <li key={calendar.id} className="flex flex-wrap items-center gap-x-4 border-t border-line py-2">
            <CalendarName calendar={calendar} />
            <Switch
              className="max-phone:ms-4.5"
              checked={calendar.checkConflicts}
              aria-label={`${t('check')}: ${calendar.name}`}
              onChange={(checkConflicts) => acts.change(calendar, { checkConflicts })}
            >
              {t('check')}
            </Switch>
          </li>
        ))}
      </ul>
      <WrittenTo items={items} acts={acts} />
    </>
  );
}
