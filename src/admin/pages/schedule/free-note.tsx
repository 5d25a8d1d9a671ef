import { CalendarSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { firstName } from '#bookings/screens/called.ts';
import { Button } from '#ui/button.tsx';
import { useNextFree } from './use-next-free.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** A full week opens all the same (R3): above it stands where the next free time is. */
export function FreeNote({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const { time, who, draft, days } = state;
  const next = useNextFree(who, days, draft.minutes, time.isFull);
  if (time.freeFailed) return <Line>{t('grid.freeFailed')}</Line>;
  if (!time.isFull || who.hostId === null) return null;
  const values = { name: firstName(time.host?.name ?? ''), minutes: t('minutes', { count: draft.minutes }) };
  return (
    <Line>
      <span className="min-w-0 wrap-anywhere">{t(who.isMine ? 'grid.fullYou' : 'grid.full', values)}</span>{' '}
      {next === undefined && <span className="text-faint">{t('grid.looking')}</span>}
      {next === null && <span>{t('grid.noneFree')}</span>}
      {next && <NextFree start={next} onChoose={state.choose} />}
    </Line>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <output className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-wait-soft px-5 py-1.5 max-tablet:px-4">
      {children}
    </output>
  );
}

function NextFree({ start, onChoose }: { start: string; onChoose: (start: string) => void }) {
  const t = useScheduleWords();
  const times = useBookingTimes();
  return (
    <Button icon={CalendarSearch} onClick={() => onChoose(start)}>
      {t('grid.nextFree', { when: times.stamp(start) })}
    </Button>
  );
}
