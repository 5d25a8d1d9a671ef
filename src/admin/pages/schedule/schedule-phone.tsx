import { useMemo } from 'react';
import { useDates, useReader } from '#ui/dates.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { WeekStrip } from '#ui/week-strip.tsx';
import { daysShown } from '../calendar/days-shown.ts';
import { BookPart } from './book-part.tsx';
import { GridBar } from './grid-bar.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';
import type { Schedule } from './use-schedule.ts';
import { WhatPart } from './what-part.tsx';
import { WhoPart } from './who-part.tsx';
import { useScheduleWords } from './words.ts';

export type Part = 'who' | 'when' | 'what';

interface PhoneProps {
  state: Schedule;
  part: Part;
  onPart: (part: Part) => void;
}

/** One thing at a time: whose calendar, one day of it, the rest; the button always below. */
export function SchedulePhone({ state, part, onPart }: PhoneProps) {
  const t = useScheduleWords();
  const parts: Part[] = state.who.mayName ? ['who', 'when', 'what'] : ['when', 'what'];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex-none border-b border-line px-4 py-2">
        <Segmented
          label={t('part.label')}
          items={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part}
          onChange={onPart}
          className="w-full *:flex-1 *:justify-center"
        />
      </div>
      {part === 'when' ? (
        <div className="scroll-pane flex min-h-0 flex-1 flex-col">
          <GridBar state={state} />
          <Strip state={state} />
          {/* With large text the grid keeps its height, and the whole scrolls. */}
          <div className="flex min-h-60 flex-1 flex-col">
            <ScheduleGrid state={state} />
          </div>
        </div>
      ) : (
        <div className="scroll-pane min-h-0 flex-1 px-4 py-4">
          {part === 'who' ? <WhoPart state={state} /> : <WhatPart state={state} />}
        </div>
      )}
      <BookPart
        state={state}
        onChooseTime={() => onPart('when')}
        onFurther={part === 'what' ? undefined : () => onPart('what')}
      />
    </div>
  );
}

/** The week above one day; a dot where the host is free. */
function Strip({ state: { days, time, way } }: { state: Schedule }) {
  const dates = useDates();
  const { firstDay } = useReader();
  const free = useMemo(
    () => new Set(time.offered.map(({ start }) => dates.dateOf(start))),
    [time.offered, dates],
  );
  return (
    <WeekStrip
      days={daysShown(days.date, 7, firstDay)}
      shown={days.date}
      today={days.today}
      planned={free}
      onShow={way.date}
    />
  );
}
