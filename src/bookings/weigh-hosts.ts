import { decide, type Decision } from '#engine/decide.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Clock } from '#platform/clock.ts';
import type { Booking } from './booking.ts';
import { readSnapshot } from './snapshot.ts';
import type { Terms } from './terms.ts';
import type { Vacancy } from '#bookings/reassignment/vacancy.ts';

/** Who would fill a chair if it were done now, and what speaks against whom. Looks only; a draw is not drawn yet. */
export async function weighHosts(
  db: Reader,
  clock: Clock,
  { start, end, id }: Booking,
  { found, only }: Pick<Vacancy, 'found' | 'only'>,
  kind: Terms['kind'],
): Promise<Decision> {
  const { offer } = await readSnapshot(db, clock, found, {
    durationMinutes: end - start,
    window: { from: start, to: start + 1 },
    except: id,
    choosingFor: start,
    terms: { kind, meeting: { start, end } },
  });
  return decide({ start, seed: 0, only }, offer).decision;
}
