import { useReader } from '#ui/dates.tsx';
import { RequestProblem } from '#ui/request.ts';
import { isOutsideHours, isSaidByHours } from './refusal-words.ts';
import { RefusedTime } from './refused-time.tsx';
import type { NewBookingState } from './use-new-booking.ts';
import { VerdictNote } from './verdict-note.tsx';
import { wallTimeOf } from './wall-time.ts';

/** What stands in the way of the time, before and after it was tried; what was typed stays. */
export function NewBookingWarnings({ state }: { state: NewBookingState }) {
  const { verdict, host, isPast, error } = state;
  const isClosed = verdict?.kind === 'closed';
  const isShown = verdict && host && !(isPast && isClosed);
  return (
    <>
      {isShown && <VerdictNote name={host.name} verdict={verdict} />}
      {error && !isSaidByHours(error, isClosed) && <Refused state={state} />}
    </>
  );
}

function Refused({ state: { error, change } }: { state: NewBookingState }) {
  const { timeZone } = useReader();
  // What is wrong with single fields stands at those.
  if (
    error instanceof RequestProblem &&
    error.status === 422 &&
    !isOutsideHours(error) &&
    error.errors.length > 0
  )
    return null;
  return <RefusedTime error={error} onChoose={(start) => change(wallTimeOf(start, timeZone))} />;
}
