import type { MemberView } from './member-queries.ts';

/** What keeps a member from hosting (B4); null when nothing does. Everybody has a calendar: the built-in one (K1). */
export function whyNoHost(member: Pick<MemberView, 'active' | 'seat'>): 'inactive' | 'no-seat' | null {
  if (!member.active) return 'inactive';
  return member.seat ? null : 'no-seat';
}
