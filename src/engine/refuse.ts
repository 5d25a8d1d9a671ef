import type { Candidate } from './choose-host.ts';
import { canSeat } from './matching.ts';
import type { Reason, ReasonCode } from './snapshot.ts';

/**
 * Why a start is refused. The first six are wrong of themselves (the API's 422): no other bookings would make
 * them right. The others are right but not to be had now (409).
 */
export type Refused =
  | 'not-offered'
  | 'off-grid'
  | 'past'
  | 'horizon'
  | 'outside-hours'
  | 'holiday'
  | 'used'
  | 'ended'
  | 'notice'
  | 'cap'
  | 'busy'
  | 'calendar-stale'
  | 'no-host';

/** What speaks against filling so many chairs, given the link's reasons and everybody's; null when nothing does. */
export function refusalOf(link: Reason[], chairs: number, candidates: Candidate[]): Refused | null {
  const codes = link.map((reason) => reason.code);
  return (
    firstOf(['not-offered', 'off-grid', 'past', 'horizon'] as const, codes) ??
    shutRefusal(chairs, candidates) ??
    firstOf(['used', 'ended', 'notice', 'cap'] as const, codes) ??
    takenRefusal(chairs, candidates)
  );
}

function firstOf<Code extends ReasonCode>(wanted: readonly Code[], codes: ReasonCode[]): Code | null {
  return wanted.find((code) => codes.includes(code)) ?? null;
}

// Only when hours and holidays alone keep the chairs empty: with every other reason gone it would still not be offered.
function shutRefusal(chairs: number, candidates: Candidate[]): 'outside-hours' | 'holiday' | null {
  const fillableBut = (...shut: ReasonCode[]) =>
    canFill(chairs, candidates, ({ code }) => !shut.includes(code));
  if (!fillableBut() || fillableBut('outside-hours', 'holiday')) return null;
  return fillableBut('outside-hours') ? 'holiday' : 'outside-hours';
}

// 'busy' when it needs no more than somebody's time becoming free; else a host's cap, or a calendar that nobody could
// read; else nobody is there.
function takenRefusal(
  chairs: number,
  candidates: Candidate[],
): 'busy' | 'cap' | 'calendar-stale' | 'no-host' | null {
  const fillableDespite = (...gone: ReasonCode[]) =>
    canFill(chairs, candidates, ({ code }) => gone.includes(code));
  if (chairs === 0) return 'no-host';
  if (fillableDespite()) return null;
  if (fillableDespite('busy', 'claimed', 'buffer')) return 'busy';
  if (fillableDespite('busy', 'claimed', 'buffer', 'cap')) return 'cap';
  return fillableDespite('calendar-stale') ? 'calendar-stale' : 'no-host';
}

/** Whether the chairs could be filled by candidates all of whose reasons are tolerable. */
function canFill(chairs: number, candidates: Candidate[], tolerable: (reason: Reason) => boolean): boolean {
  const queues = Array.from({ length: chairs }, (_, chair) =>
    candidates
      .filter((candidate) => candidate.chair === chair && candidate.reasons.every(tolerable))
      .map((candidate) => candidate.id),
  );
  return canSeat(queues, () => true);
}
