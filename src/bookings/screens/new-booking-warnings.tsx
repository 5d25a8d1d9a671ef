import { TriangleAlert } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import { RequestProblem } from '#ui/request.ts';
import { useBookingTimes } from './booking-times.ts';
import { alternativesOf, isOutsideHours, useRefusal } from './refusal-words.ts';
import { TimeButton } from './time-button.tsx';
import type { NewBookingState } from './use-new-booking.ts';
import { VerdictNote } from './verdict-note.tsx';
import { wallTimeOf } from './wall-time.ts';
import { useBookingWords } from './words.ts';

/** What stands in the way of the time, before and after it was tried; what was typed stays. */
export function NewBookingWarnings({ state }: { state: NewBookingState }) {
  const { verdict, host, isPast, error } = state;
  const isShown = verdict && host && !(isPast && verdict.kind === 'closed');
  return (
    <>
      {isShown && <VerdictNote name={host.name} verdict={verdict} />}
      {error && !(verdict?.kind === 'closed' && isOutsideHours(error)) && <Refused state={state} />}
    </>
  );
}

function Refused({ state: { error, change } }: { state: NewBookingState }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const refusal = useRefusal();
  const near = alternativesOf(error);
  const isOutside = isOutsideHours(error);
  // What is wrong with single fields stands at those.
  if (error instanceof RequestProblem && error.status === 422 && !isOutside && error.errors.length > 0)
    return null;
  return (
    <Note alert tone={isOutside ? 'wait' : 'danger'} icon={TriangleAlert}>
      {isOutside ? t('move.outside') : refusal(error)}
      {near.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2 text-ink">
          {near.map((start) => (
            <TimeButton
              key={start}
              words={times.stamp(start)}
              chosen={false}
              onChoose={() => change(wallTimeOf(start, times.reader.timeZone))}
            />
          ))}
        </div>
      )}
    </Note>
  );
}
