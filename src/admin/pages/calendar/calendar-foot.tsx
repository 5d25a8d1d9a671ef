import { Kbd } from '#ui/kbd.tsx';
import { WeekLegend } from '#ui/week-legend.tsx';
import { FreeLine } from './free-line.tsx';
import type { Calendar } from './use-calendar.ts';
import { useCalendarWords } from './words.ts';

/** What the textures mean, when everybody is free, and the keys. */
export function CalendarFoot({ calendar }: { calendar: Calendar }) {
  return (
    <footer className="flex min-h-10 flex-none items-center flex-wrap gap-x-6 gap-y-1 border-t border-line px-6 py-1.5 max-tablet:px-4">
      <WeekLegend />
      <FreeLine calendar={calendar} />
      <KeyHints />
    </footer>
  );
}

function KeyHints() {
  const t = useCalendarWords();
  return (
    <p className="flex shrink-0 items-center gap-1.5 text-12 text-faint not-only:last:ms-auto max-desk:hidden touch:hidden print:hidden">
      <Kbd keys="←↑↓→" /> {t('keys.move')} <Kbd keys="Enter" /> {t('keys.open')} <Kbd keys="W" />{' '}
      {t('keys.why')}
    </p>
  );
}
