import { BookPart } from './book-part.tsx';
import { GridBar } from './grid-bar.tsx';
import { GridFoot } from './grid-foot.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';
import type { Schedule } from './use-schedule.ts';
import { WhatPart } from './what-part.tsx';
import { WhoPart } from './who-part.tsx';

/** What is said on the left, the host's week beside it. */
export function ScheduleDesk({ state }: { state: Schedule }) {
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[min(24rem,45%)_minmax(0,1fr)] max-tablet:grid-cols-[min(20rem,45%)_minmax(0,1fr)]">
      <div className="flex min-h-0 min-w-0 flex-col border-e border-line">
        <div className="scroll-pane grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-5 px-6 py-4 max-tablet:px-4">
          <WhoPart state={state} />
          <WhatPart state={state} />
        </div>
        <BookPart state={state} onChooseTime={toTheGrid} />
      </div>
      <div className="flex min-h-0 min-w-0 flex-col">
        <GridBar state={state} />
        <ScheduleGrid state={state} />
        <GridFoot state={state} />
      </div>
    </div>
  );
}

function toTheGrid(): void {
  document.querySelector<HTMLElement>('.wg')?.focus();
}
