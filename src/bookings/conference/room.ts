import { newRoomName, newToken } from '#platform/secrets.ts';
import type { LinkLocation } from '#links/link.ts';

interface Hosting {
  meeting_url: string | null;
}

/**
 * Where a new meeting takes place: a Jitsi room is opened for it alone, so that nobody walks in from another one. Google
 * and Microsoft open theirs later, with the event in the host's calendar: until then an address of ours stands for it.
 */
export function openRoom(
  location: LinkLocation | null,
  hosts: readonly Hosting[],
  publicUrl: string,
): LinkLocation | null {
  if (location?.room === 'meet' || location?.room === 'teams')
    return { ...location, value: `${publicUrl}/meet/${newToken()}` };
  if (location?.room !== 'jitsi' || !location.value) return followHost(location, hosts);
  return { ...location, value: `${location.value.replace(/\/+$/, '')}/${newRoomName()}` };
}

/**
 * Where it takes place once its hosts are others: the address of whoever has the first chair follows them, any other
 * place stays. A host without an address leaves it open.
 */
export function followHost(location: LinkLocation | null, hosts: readonly Hosting[]): LinkLocation | null {
  if (location?.room !== 'host') return location;
  const value = hosts[0]?.meeting_url;
  return { kind: 'video', room: 'host', ...(value && { value }) };
}

/** The token in an address of ours that stands for a room. */
export function roomToken(location: LinkLocation | null): string | undefined {
  if (location?.room !== 'meet' && location?.room !== 'teams') return undefined;
  return /\/meet\/([A-Za-z0-9_-]{43})$/.exec(location.value ?? '')?.[1];
}

/** Whose calendars open the room. */
export function serviceOf(location: LinkLocation | null): 'google' | 'microsoft' | undefined {
  if (location?.room === 'meet') return 'google';
  return location?.room === 'teams' ? 'microsoft' : undefined;
}
