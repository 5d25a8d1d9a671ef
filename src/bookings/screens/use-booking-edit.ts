import { useState } from 'react';
import { RequestProblem } from '#ui/request.ts';
import { changeBooking, useBookingNews, type BookingChanges } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useRefusal } from './refusal-words.ts';

/** One field was changed by two people; `mine` is not saved, `theirs` stands. */
export interface EditConflict {
  mine: BookingChanges;
  theirs: WholeBooking;
}

/**
 * Saves one field at a time with the version that was read. What somebody else changed elsewhere is no hindrance;
 * the same field becomes a conflict to be settled. `save` answers why it was refused, or nothing.
 */
export function useBookingEdit(booking: WholeBooking) {
  const news = useBookingNews();
  const refusal = useRefusal();
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const save = async (mine: BookingChanges, read: WholeBooking = booking): Promise<string | void> => {
    try {
      void news.changed(await changeBooking(booking.id, mine, read.version));
      setConflict(null);
    } catch (error) {
      const theirs = presentOf(error);
      if (!theirs) return refusal(error);
      news.shown(theirs);
      if (!meets(mine, read, theirs)) return save(mine, theirs);
      setConflict({ mine, theirs });
    }
  };
  return { save, conflict, keepTheirs: () => setConflict(null) };
}

function presentOf(error: unknown): WholeBooking | null {
  if (!(error instanceof RequestProblem) || error.status !== 412) return null;
  return (error.facts.present as WholeBooking | undefined) ?? null;
}

function meets(mine: BookingChanges, read: WholeBooking, theirs: WholeBooking): boolean {
  const text = (value: unknown) => JSON.stringify(value ?? null);
  return (Object.keys(mine) as (keyof BookingChanges)[]).some(
    (name) => text(read[name]) !== text(theirs[name]) && text(mine[name]) !== text(theirs[name]),
  );
}
