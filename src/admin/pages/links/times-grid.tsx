import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { plusDays, startOfWeek } from '#ui/calendar-days.ts';
import { useDates, useNow, useReader } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { queryString, request } from '#ui/request.ts';
import { Segmented } from '#ui/segmented.tsx';
import { useSize } from '#ui/use-size.ts';
import { WeekGrid, type GridPick } from '#ui/week-grid.tsx';
import { dayFromText, isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { minuteOfDay, startOfDay, zoneNamed } from '#engine/zone.ts';
import type { CalendarWeek } from '#bookings/week/week-fields.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { EVERYBODY, spansOfWeek } from './grid-spans.ts';
import { TimeChips } from './time-chips.tsx';
import { addTime, moveTime, type OfferedTime } from './offered-times.ts';

const LENGTHS = [15, 30, 45, 60, 90];
const MOST_CALENDARS = 5;

interface TimesGridProps {
  /** Whose busy time is shown: everybody has to be there. */
  hostIds: readonly string[];
  times: readonly OfferedTime[];
  onChange: (times: OfferedTime[]) => void;
  timeZone: string;
  readOnly?: boolean;
}

/** Times picked in a week, over what the hosts have already (L3). */
export function TimesGrid({ hostIds, times, onChange, timeZone, readOnly = false }: TimesGridProps) {
  const t = useLinkWords();
  const dates = useDates();
  const now = useNow();
  const [minutes, setMinutes] = useState(30);
  const week = useWeek(times[0]?.start, timeZone);
  const { data } = useCalendars(hostIds, week, timeZone);
  const { said, remove, ...events } = useOffering({ times, onChange, now, readOnly });
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <WeekSteps {...week} />
        {!readOnly && <LengthChoice minutes={minutes} onChoose={setMinutes} />}
      </div>
      <div className="flex h-112 min-h-0 flex-col overflow-hidden rounded-r border border-line">
        <WeekGrid
          label={t('times.label', { from: dates.day(week.days[0]!) })}
          days={week.days}
          timeZone={timeZone}
          people={[{ ...EVERYBODY, name: t('times.everybody'), shortName: t('times.everybody') }]}
          spans={spansOfWeek(t, data, times, (start, end) => dates.range(start, end, timeZone))}
          now={now}
          {...hoursToFill(times, timeZone)}
          incrementMinutes={15}
          pickMinutes={minutes}
          readOnly={readOnly}
          onWeek={week.turn}
          {...events}
        />
      </div>
      <output className="mt-1 block min-h-4 text-12 text-danger">{said}</output>
      <TimeChips times={times} timeZone={timeZone} now={now} onRemove={readOnly ? undefined : remove} />
    </div>
  );
}

type Offering = Pick<TimesGridProps, 'times' | 'onChange'> & { now: string; readOnly: boolean };

/** What the hands do on the grid: a time is added, moved, or taken back by opening it. */
function useOffering({ times, onChange, now, readOnly }: Offering) {
  const t = useLinkWords();
  const [said, setSaid] = useState('');
  const take = (next: OfferedTime[] | 'past' | 'overlap') => {
    setSaid(typeof next === 'string' ? t(`times.refused.${next}`) : '');
    if (typeof next !== 'string') onChange(next);
  };
  const at = (spanId: string) => times.findIndex(({ start }) => start === spanId);
  const remove = (index: number) => !readOnly && index !== -1 && take(times.toSpliced(index, 1));
  return {
    said,
    remove,
    onPick: (pick: GridPick) => !pick.allDay && take(addTime(times, pick, now)),
    onMove: (id: string, to: OfferedTime) => take(moveTime(times, at(id), to, now)),
    onResize: (id: string, to: OfferedTime) => take(moveTime(times, at(id), to, now)),
    onDelete: (id: string) => remove(at(id)),
    onOpen: (id: string) => remove(at(id)),
  };
}

function LengthChoice({ minutes, onChoose }: { minutes: number; onChoose: (minutes: number) => void }) {
  const t = useLinkWords();
  return (
    <Segmented
      className="ms-auto"
      label={t('times.length')}
      items={LENGTHS.map((count) => ({ value: String(count), label: t('duration.minutes', { count }) }))}
      value={String(minutes)}
      onChange={(next) => onChoose(Number(next))}
    />
  );
}

/** The working day, and later or earlier where something is offered then. */
function hoursToFill(times: readonly OfferedTime[], timeZone: string) {
  const zone = zoneNamed(timeZone)!;
  const hourOf = (instant: string) => minuteOfDay(zone, minuteFromIso(instant)!) / 60;
  return {
    firstHour: Math.floor(Math.min(8, ...times.map(({ start }) => hourOf(start)))),
    lastHour: Math.ceil(Math.max(18, ...times.map(({ end }) => hourOf(end) || 24))),
  };
}

function useWeek(first: string | undefined, timeZone: string) {
  const dates = useDates();
  const now = useNow();
  const { firstDay } = useReader();
  const { phone } = useSize();
  const shown = phone ? 3 : 7;
  // One that is offered already, else tomorrow's week: today is half over.
  const [from, setFrom] = useState(() => {
    const soonest =
      first && first > now ? dates.dateOf(first, timeZone) : plusDays(dates.dateOf(now, timeZone), 1);
    return phone ? soonest : startOfWeek(soonest, firstDay);
  });
  return {
    days: Array.from({ length: shown }, (_, step) => plusDays(from, step)),
    turn: (step: 1 | -1) => setFrom(plusDays(from, step * shown)),
  };
}

function WeekSteps({ days, turn }: ReturnType<typeof useWeek>) {
  const t = useLinkWords();
  const dates = useDates();
  return (
    <span className="flex items-center gap-1">
      <IconButton icon={ChevronLeft} label={t('week.back')} onClick={() => turn(-1)} />
      <span className="tabular text-muted">
        {t('open.week', { from: dates.briefDay(days[0]!), to: dates.briefDay(days.at(-1)!) })}
      </span>
      <IconButton icon={ChevronRight} label={t('week.on')} onClick={() => turn(1)} />
    </span>
  );
}

function useCalendars(hostIds: readonly string[], { days }: { days: readonly string[] }, timeZone: string) {
  const zone = zoneNamed(timeZone)!;
  const midnight = (date: string) => isoFromMinute(startOfDay(zone, dayFromText(date)!));
  const asked = {
    memberIds: hostIds.slice(0, MOST_CALENDARS).join(','),
    from: midnight(days[0]!),
    to: midnight(plusDays(days.at(-1)!, 1)),
  };
  return useQuery({
    queryKey: ['calendar', 'for-link', asked],
    queryFn: ({ signal }) => request<CalendarWeek>('GET', `/api/calendar${queryString(asked)}`, { signal }),
    enabled: hostIds.length > 0,
    placeholderData: keepPreviousData,
  });
}
