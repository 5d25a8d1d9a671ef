import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { DatePopover } from '#ui/date-popover.tsx';
import { useDates } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useSize } from '#ui/use-size.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { useTimesWeek } from './use-times-week.ts';

const LENGTHS = [15, 30, 45, 60, 90];

/** To other days, and how long a press makes a time. */
export function TimesBar(props: {
  week: Pick<ReturnType<typeof useTimesWeek>, 'days' | 'turn' | 'goTo'>;
  minutes: number;
  onMinutes: (minutes: number) => void;
  readOnly: boolean;
}) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Days {...props.week} />
      {!props.readOnly && <Lengths minutes={props.minutes} onMinutes={props.onMinutes} />}
    </div>
  );
}

/** On a phone the unit stands once, behind the figures: five times it would leave no room for them. */
function Lengths({ minutes, onMinutes }: { minutes: number; onMinutes: (minutes: number) => void }) {
  const t = useLinkWords();
  const { phone } = useSize();
  const items = LENGTHS.map((count) => ({
    value: String(count),
    label: phone ? String(count) : t('duration.minutes', { count }),
  }));
  return (
    <span className="ms-auto flex min-w-0 items-center gap-2 text-muted max-phone:ms-0">
      <Segmented
        label={t('times.length')}
        items={items}
        value={String(minutes)}
        onChange={(next) => onMinutes(Number(next))}
      />
      {phone && t('duration.min')}
    </span>
  );
}

function Days({ days, turn, goTo }: Pick<ReturnType<typeof useTimesWeek>, 'days' | 'turn' | 'goTo'>) {
  const t = useLinkWords();
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const [first, last] = [days[0]!, days.at(-1)!];
  return (
    <span className="flex items-center gap-1">
      <IconButton icon={ChevronLeft} label={t('week.back')} onClick={() => turn(-1)} />
      <span className="tabular min-w-0 truncate text-muted">
        {first === last
          ? dates.day(first)
          : t('open.week', { from: dates.briefDay(first), to: dates.briefDay(last) })}
      </span>
      <IconButton icon={ChevronRight} label={t('week.on')} onClick={() => turn(1)} />
      <span className="ms-1.5 flex">
        <DatePopover open={open} onOpen={setOpen} value={first} onChoose={goTo} />
      </span>
    </span>
  );
}
