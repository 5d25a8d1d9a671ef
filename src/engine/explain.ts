import { canSeat } from './matching.ts';
import type { Minute } from './minutes.ts';
import type { Offer, Reason } from './snapshot.ts';
import { meetingAt } from './specific-times.ts';
import { whyHost } from './why-host.ts';
import { whyLink } from './why-link.ts';

export interface Explanation {
  start: Minute;
  offered: boolean;
  /** What the link itself has against the start: past, off-grid, notice, horizon, cap, not-offered. */
  reasons: Reason[];
  /** One entry for every candidate of a chair, in the order of the chairs, then for who is switched off (R8). */
  hosts: ExplainedHost[];
}

export interface ExplainedHost {
  /** Into `Offer.hosts`. */
  index: number;
  id: string;
  free: boolean;
  reasons: Reason[];
}

/** Why a start is offered or not, for the link and for every host (A10); agrees with `slots` for every start. */
export function explain(offer: Offer, start: Minute): Explanation {
  const reasons = whyLink(offer, start);
  const candidates = candidatesOf(offer);
  const hosts = [
    ...[...candidates].map((index) => explainHost(offer, index, start)),
    ...switchedOff(offer, candidates).map((index) => explainHost(offer, index, start, [SWITCHED_OFF])),
  ];
  const free = new Set(hosts.filter((host) => host.free).map((host) => host.index));
  const chairs = offer.chairs.map((chair) => chair.candidates);
  const filled = chairs.length > 0 && canSeat(chairs, (host) => free.has(host));
  return { start, offered: reasons.length === 0 && filled, reasons, hosts };
}

/** R8: neither proposed nor chosen in the rotation that fills the chair. */
export const SWITCHED_OFF: Reason = { code: 'switched-off', detail: 'rotation' };

function explainHost(offer: Offer, index: number, start: Minute, before: Reason[] = []): ExplainedHost {
  const host = offer.hosts[index]!;
  const reasons = [...before, ...whyHost(offer, host, meetingAt(offer, start))];
  return { index, id: host.id, free: reasons.length === 0, reasons };
}

function candidatesOf(offer: Offer): Set<number> {
  return new Set(offer.chairs.flatMap((chair) => chair.candidates));
}

/** Whoever is off in one chair may still be a candidate for another. */
function switchedOff(offer: Offer, candidates: ReadonlySet<number>): number[] {
  const off = new Set(offer.chairs.flatMap((chair) => chair.off ?? []));
  return [...off].filter((index) => !candidates.has(index));
}
