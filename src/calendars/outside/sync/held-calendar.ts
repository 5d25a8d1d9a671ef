import { isoAfter, isoNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { keyOf, type OutsideCalendar } from '../calendar.ts';
import { changeHeld, type Lease } from '../store-readings.ts';

/** How long a reader who says nothing more keeps others out: so soon they take over from a process that died. */
const LEASE_MS = 20_000;

/** Somebody else has the calendar now, or nobody may: nothing of this reading is written any more. */
export class LetGo extends Error {}

/** By chance no two leases end at the same instant, so each is known by its end. */
export function newLease(clock: Clock): Lease {
  return { now: isoNow(clock), until: isoAfter(clock, LEASE_MS + Math.floor(Math.random() * 1000)) };
}

/** A calendar that is being read, and until when it is ours. Used by one reading, step after step. */
export class HeldCalendar {
  readonly #platform: Platform;
  readonly calendar: OutsideCalendar;
  #until: string;

  constructor(platform: Platform, taken: OutsideCalendar) {
    this.#platform = platform;
    this.calendar = taken;
    this.#until = taken.reading_until!;
  }

  /** Writes in one transaction what was learnt, and holds on; throws `LetGo` when it is no longer ours. */
  async write(change: Partial<OutsideCalendar>, act: (tx: Tx) => Promise<void> = nothing): Promise<void> {
    const { db, clock } = this.#platform;
    const { until } = newLease(clock);
    const held = this.#until;
    await db.transact(async (tx) => {
      await act(tx);
      const key = keyOf(this.calendar);
      if (!(await changeHeld(tx, key, held, { reading_until: until, ...change }))) throw new LetGo();
    });
    this.#until = until;
  }
}

const nothing = async (): Promise<void> => {};
