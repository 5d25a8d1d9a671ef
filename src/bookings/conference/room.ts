import { newRoomName } from '#platform/secrets.ts';
import type { LinkLocation } from '#links/link.ts';

interface Hosting {
  meeting_url: string | null;
}

/** Where a new meeting takes place: a Jitsi room is opened for it alone, so that nobody walks in from another one. */
export function openRoom(location: LinkLocation | null, hosts: readonly Hosting[]): LinkLocation | null {
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
