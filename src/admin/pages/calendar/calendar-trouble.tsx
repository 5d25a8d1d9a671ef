import { Button } from '#ui/button.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { type Calendar, useCalendarWay } from './use-calendar.ts';
import { useCalendarWords } from './words.ts';

/** The days could not be read: what still works, and another try. */
export function CalendarTrouble({ calendar: { week } }: { calendar: Calendar }) {
  const t = useCalendarWords();
  const way = useCalendarWay();
  const { error, refetch, isRefetching } = week;
  const isGone = error instanceof RequestProblem && [404, 422].includes(error.status);
  if (isGone)
    return (
      <Problem title={t('trouble.gone')}>
        <p className="mb-2">{t('trouble.goneWhat')}</p>
        <Button onClick={() => way.who([])}>{t('trouble.onlyMine')}</Button>
      </Problem>
    );
  return (
    <Problem title={t('trouble.failed')} onRetry={() => void refetch()} retrying={isRefetching}>
      {t('trouble.failedWhat')}
    </Problem>
  );
}
