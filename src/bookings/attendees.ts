import { foldAddress } from '#platform/fold.ts';

/** Each address once, and not the visitor's own, who is invited anyway. */
export function guestsFrom(attendees: readonly string[], visitorEmail: string | undefined): string[] {
  const own = visitorEmail === undefined ? null : foldAddress(visitorEmail);
  const each = new Map(attendees.map((address) => [foldAddress(address), address.trim()]));
  return [...each].filter(([folded]) => folded !== own).map(([, address]) => address);
}
