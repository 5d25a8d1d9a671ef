import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useSize } from '#ui/use-size.ts';
import { useLanguage } from '#ui/words.tsx';
import { CalendarPeople } from './calendar-people.tsx';
import { SchedulerMenu } from './scheduler-menu.tsx';
import { rangeTitle, weekNumber } from './days-shown.ts';
import { type Calendar, useCalendarWay } from './use-calendar.ts';
import { useBook } from './use-book.ts';
import { useCalendarWords } from './words.ts';
import { ZoneMenu } from './zone-menu.tsx';

interface BarProps {
  calendar: Calendar;
  onTurn: (step: 1 | -1) => void;
}

/** Which days, whose, and the way to others. One's own availability is reached from its beginning (L2). */
export function CalendarBar({ calendar, onTurn }: BarProps) {
  const { phone } = useSize();
  return (
    <header className="flex min-h-(--bar) shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 ps-4 pe-4 max-tablet:gap-x-2 max-tablet:pe-3 max-phone:min-h-14 max-phone:pe-2">
      <SchedulerMenu />
      <Title calendar={calendar} />
      <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-x-3 gap-y-1 print:hidden max-tablet:gap-x-2 max-phone:gap-x-0.5">
        <CalendarPeople calendar={calendar} />
        {!phone && <ViewChoice calendar={calendar} />}
        <Steps onTurn={onTurn} />
        {!phone && <ZoneMenu calendar={calendar} />}
        <NewBooking />
      </div>
    </header>
  );
}

function Title({ calendar: { days } }: Pick<BarProps, 'calendar'>) {
  const t = useCalendarWords();
  const dates = useDates();
  const language = useLanguage();
  const [first = ''] = days;
  const { phone } = useSize();
  const day = phone ? dates.briefDay(first) : dates.longDay(first);
  const words = days.length === 1 ? day : rangeTitle(days, language);
  return (
    <>
      <h1 className="tabular min-w-0 truncate text-16 font-semibold tracking-[-0.01em] first-letter:uppercase">
        <span className="sr-only">{t('title')}: </span>
        {words}
      </h1>
      {days.length === 7 && (
        <span className="tabular shrink-0 text-faint max-desk:hidden">
          {t('weekNumber', { number: weekNumber(days) })}
        </span>
      )}
    </>
  );
}

function ViewChoice({ calendar: { search } }: Pick<BarProps, 'calendar'>) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  const { tablet } = useSize();
  return (
    <Segmented
      label={t('view')}
      items={[
        { value: 'day', label: t('day') },
        { value: 'week', label: t(tablet ? 'threeDays' : 'week') },
      ]}
      value={search.view ?? 'week'}
      onChange={way.view}
    />
  );
}

function Steps({ onTurn }: Pick<BarProps, 'onTurn'>) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  return (
    <div className="flex items-center gap-1 max-phone:gap-0">
      <IconButton icon={ChevronLeft} label={t('earlier')} shortcut="PgUp" onClick={() => onTurn(-1)} />
      <Button
        onClick={() => way.date(undefined)}
        title={t('todayKey')}
        className="max-phone:border-transparent"
      >
        {t('today')}
      </Button>
      <IconButton icon={ChevronRight} label={t('later')} shortcut="PgDn" onClick={() => onTurn(1)} />
    </div>
  );
}

function NewBooking() {
  const t = useCalendarWords();
  const book = useBook();
  const { phone } = useSize();
  if (phone)
    return <IconButton icon={Plus} kind="primary" label={t('newBooking')} onClick={() => book({})} />;
  return (
    <Button kind="primary" icon={Plus} shortcut="C" onClick={() => book({})}>
      {t('newBooking')}
    </Button>
  );
}
