import { TriangleAlert } from 'lucide-react';
import { firstName } from '#bookings/screens/called.ts';
import { isOutsideHours, isSaidByHours } from '#bookings/screens/refusal-words.ts';
import { RefusedTime } from '#bookings/screens/refused-time.tsx';
import { VerdictNote } from '#bookings/screens/verdict-note.tsx';
import { Note } from '#ui/note.tsx';
import { RequestProblem } from '#ui/request.ts';
import { fieldOf } from './schedule-draft.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** What stands in the way of the time, before and after it was tried; what was typed stays. */
export function InTheWay({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const { verdict, isPast, error, time, choose } = state;
  if (isPast)
    return (
      <Note tone="danger" icon={TriangleAlert}>
        {t('past')}
      </Note>
    );
  const isSaid = isSaidByHours(error, verdict?.kind === 'closed');
  return (
    <>
      {verdict && time.host && <VerdictNote name={firstName(time.host.name)} verdict={verdict} />}
      {error && !isSaid && !standsAtField(error) && <RefusedTime error={error} onChoose={choose} />}
    </>
  );
}

function standsAtField(error: Error): boolean {
  if (!(error instanceof RequestProblem) || error.status !== 422 || isOutsideHours(error)) return false;
  return error.errors.length > 0 && error.errors.every(({ path }) => fieldOf(path) !== null);
}
