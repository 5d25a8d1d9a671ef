import { useState } from 'react';
import { type GridPick, type GridSpan, WeekGrid, type WeekGridProps } from '../week-grid.tsx';
import { WeekLegend } from '../week-legend.tsx';
import { WeekStrip } from '../week-strip.tsx';
import { OTHERS, SELLERS, weekOfSellers } from './week-grid-cast.ts';
import { useDaysShown } from './week-grid-days.ts';

const PEOPLE = { '1': SELLERS.slice(0, 1), '2': SELLERS, '4': [...SELLERS, ...OTHERS] };

/**
 * The week grid in a whole page. `?from=2027-03-25` shows the days from there, `?zone=` and `?second=` other zones,
 * `?people=4` narrow lanes, `?increment=5` finer steps, `?read=only`: how the hard days are looked at.
 */
export function WeekGridStory() {
  const asked = new URLSearchParams(location.search);
  const shown = useDaysShown(asked.get('from') ?? '2026-11-30');
  const [spans, setSpans] = useState(weekOfSellers);
  const [told, setTold] = useState('');
  const [selection, setSelection] = useState<GridPick | null>(null);
  const events = eventsOf(setSpans, setTold, setSelection);
  const people = PEOPLE[(asked.get('people') ?? '2') as keyof typeof PEOPLE];
  return (
    <main className="flex h-full min-h-0 flex-col">
      <h1 className="px-6 py-3 text-16 font-semibold max-tablet:px-4">Week grid</h1>
      <Strip shown={shown} />
      <WeekGrid
        label="Week of 30 November, Anna Nowak and Ana Duarte"
        days={shown.days}
        timeZone={asked.get('zone') ?? 'Europe/Warsaw'}
        secondZone={asked.get('second') ?? 'Europe/Lisbon'}
        people={people}
        spans={spans}
        now="2026-12-01T09:24:00Z"
        incrementMinutes={Number(asked.get('increment') ?? 15)}
        pickMinutes={30}
        selection={selection}
        readOnly={asked.get('read') === 'only'}
        onWeek={shown.turn}
        {...events}
      />
      <Foot told={told} />
    </main>
  );
}

/** On a phone the grid shows one day, and the week stands above it. */
function Strip({ shown }: { shown: ReturnType<typeof useDaysShown> }) {
  const [day = ''] = shown.days;
  if (shown.days.length > 1) return null;
  const planned = new Set(shown.week.slice(0, 5));
  return <WeekStrip days={shown.week} shown={day} today="2026-12-01" planned={planned} onShow={shown.show} />;
}

function Foot({ told }: { told: string }) {
  return (
    <footer className="flex min-h-10 flex-none items-center gap-4 border-t border-line px-6 max-tablet:px-4">
      <WeekLegend />
      <output className="ml-auto min-w-0 truncate text-12 text-muted" data-told>
        {told}
      </output>
    </footer>
  );
}

/** The caller's side: what the grid tells is done at once and written down. */
function eventsOf(
  setSpans: (change: (spans: GridSpan[]) => GridSpan[]) => void,
  tell: (told: string) => void,
  select: (pick: GridPick | null) => void,
): Partial<WeekGridProps> {
  const change = (id: string, to: Partial<GridSpan>) =>
    setSpans((spans) => spans.map((span) => (span.id === id ? { ...span, ...to } : span)));
  return {
    onPick: (pick) => {
      select(pick);
      tell(`pick ${pick.personId} ${pick.start} ${pick.end}${pick.spanId ? ` ${pick.spanId}` : ''}`);
    },
    onOpen: (id) => tell(`open ${id}`),
    onMove: (id, to) => {
      change(id, to);
      tell(`move ${id} ${to.personId} ${to.start} ${to.end}`);
    },
    onResize: (id, to) => {
      change(id, to);
      tell(`resize ${id} ${to.start} ${to.end}`);
    },
    onDelete: (id) => {
      setSpans((spans) => spans.filter((span) => span.id !== id));
      tell(`delete ${id}`);
    },
    onAskWhy: ({ personId, start }) => tell(`why ${personId} ${start}`),
  };
}
