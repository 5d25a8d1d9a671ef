import { WeekLegend } from '#ui/week-legend.tsx';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** What the textures mean. */
export function GridFoot({ state: { draft, time } }: { state: Schedule }) {
  const t = useScheduleWords();
  const offered = t('grid.legendFree', { minutes: t('minutes', { count: draft.minutes }) });
  return (
    <footer className="flex min-h-10 flex-none flex-wrap items-center gap-x-6 gap-y-1 border-t border-line px-5 py-1.5 max-tablet:px-4 max-phone:hidden">
      <WeekLegend kinds={['closed', 'busy', 'offered', 'booked', 'held', 'picked']} words={{ offered }} />
      {time.ids.length > 1 && (
        <p className="ms-auto text-12 text-faint max-desk:hidden">{t('grid.others')}</p>
      )}
    </footer>
  );
}
