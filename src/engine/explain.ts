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
  /** One entry for every candidate of a chair, in the order of the chairs. */
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
  const hosts = candidatesOf(offer).map((index) => explainHost(offer, index, start));
  const free = new Set(hosts.filter((host) => host.free).map((host) => host.index));
  const chairs = offer.chairs.map((chair) => chair.candidates);
  const filled = chairs.length > 0 && canSeat(chairs, (host) => free.has(host));
  return { start, offered: reasons.length === 0 && filled, reasons, hosts };
}

function explainHost(offer: Offer, index: number, start: Minute): ExplainedHost {
  const host = offer.hosts[index]!;
  const reasons = whyHost(offer, host, meetingAt(offer, start));
  return { index, id: host.id, free: reasons.length === 0, reasons };
}

function candidatesOf(offer: Offer): number[] {
  return [...new Set(offer.chairs.flatMap((chair) => chair.candidates))];
}
