import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ManyReassigned } from '#bookings/reassignment/reassign-fields.ts';
import { reassignBookings } from './booking-acts.ts';
import type { BookingView } from './booking-queries.ts';

/** So many in one request: the answer comes before anybody wonders, and what is done is done. */
const AT_ONCE = 25;

export interface Handover {
  /** How many are through, done or refused. */
  through: number;
  result: ManyReassigned;
  isOver: boolean;
  /** The rest was not tried. */
  stopped: boolean;
}

const NOTHING: ManyReassigned = { done: [], refused: [] };

/** Hands many meetings over, part after part, and keeps what became of each. */
export function useHandover(bookings: readonly BookingView[]) {
  const queries = useQueryClient();
  const [state, setState] = useState<Handover | null>(null);
  const start = async (wish: { hostId: string | null; reason: string }) => {
    let result = NOTHING;
    let stopped = false;
    setState({ through: 0, result, isOver: false, stopped });
    for (let from = 0; from < bookings.length && !stopped; from += AT_ONCE) {
      const bookingIds = bookings.slice(from, from + AT_ONCE).map(({ id }) => id);
      const part = await reassignBookings({ ...wish, bookingIds }).catch(() => null);
      stopped = part === null;
      result = together(result, part ?? NOTHING);
      setState({ through: through(result), result, isOver: false, stopped });
    }
    setState({ through: through(result), result, isOver: true, stopped });
    await queries.invalidateQueries({
      predicate: ({ queryKey: [noun] }) => CONCERNED.includes(String(noun)),
    });
  };
  return { state, start };
}

const CONCERNED = ['bookings', 'calendar', 'home', 'leads', 'contacts', 'links', 'rotations', 'mail'];

function through({ done, refused }: ManyReassigned): number {
  return done.length + refused.length;
}

function together(one: ManyReassigned, other: ManyReassigned): ManyReassigned {
  return { done: [...one.done, ...other.done], refused: [...one.refused, ...other.refused] };
}
