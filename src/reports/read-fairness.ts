import { setImmediate } from 'node:timers/promises';
import type { Decision } from '#engine/decide.ts';
import type { Rule } from '#engine/snapshot.ts';
import type { Platform } from '#platform/platform.ts';
import { outcomes, type Decided } from './fair-share.ts';
import { fairnessCounter, type Fairness } from './fairness.ts';
import { readMeetings, readReasons, type Asked, type Meeting } from './store-fairness.ts';

/** More than anybody looks at together; the latest are read. */
export const MOST_MEETINGS = 20_000;

/** So many reasons are read at once; other requests have their turn in between. */
const AT_ONCE = 500;

export interface CountedPeriod extends Fairness {
  truncated: boolean;
  rules: { rule: Rule; choices: number }[];
}

/** How the meetings of a period fell on their hosts, from the reasons that were kept with each (D5). */
export async function countPeriod(
  { db }: Platform,
  workspaceId: string,
  asked: Asked,
): Promise<CountedPeriod> {
  const found = await readMeetings(db.read, workspaceId, asked, MOST_MEETINGS + 1);
  const counter = fairnessCounter();
  const rules = new Map<Rule, number>();
  const chairs = chairsOf(found.slice(0, MOST_MEETINGS));
  const ids = [...chairs.keys()];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const bookings = { ids: ids.slice(at, at + AT_ONCE), kind: db.kind };
    const rows = await readReasons(db.read, workspaceId, bookings);
    for (const [id, reasons] of Map.groupBy(rows, (row) => row.booking_id))
      countMeeting(counter, rules, decidedFrom(reasons), chairs.get(id));
    await setImmediate();
  }
  const choices = [...rules].map(([rule, count]) => ({ rule, choices: count }));
  return { ...counter.sum(), truncated: found.length > MOST_MEETINGS, rules: choices };
}

/** Which chairs of each meeting are meant; undefined = all. */
function chairsOf(meetings: Meeting[]): Map<string, ReadonlySet<number> | undefined> {
  return new Map(
    [...Map.groupBy(meetings, ({ booking_id }) => booking_id)].map(([id, rows]) => {
      const named = rows.flatMap(({ chair }) => chair ?? []);
      return [id, named.length > 0 ? new Set(named) : undefined];
    }),
  );
}

/** What holds is the newest; the one before says whose it was. */
function decidedFrom([now, before]: Awaited<ReturnType<typeof readReasons>>): Decided {
  return {
    decision: JSON.parse(now!.decision) as Decision,
    byHand: now!.by_hand !== null,
    ...(before && { before: (JSON.parse(before.decision) as Decision).chosen }),
  };
}

function countMeeting(
  counter: ReturnType<typeof fairnessCounter>,
  rules: Map<Rule, number>,
  decided: Decided,
  chairs: ReadonlySet<number> | undefined,
): void {
  for (const outcome of outcomes(decided, chairs)) {
    counter.add(outcome);
    if (outcome.how === 'rule') rules.set(outcome.rule, (rules.get(outcome.rule) ?? 0) + 1);
  }
}
