import { translator } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';

/** Everyone's own calendar (K1): it lives in this database, so it is never stale and always written. */
export function builtInCalendar(member: Pick<Member, 'id' | 'locale'>) {
  return {
    id: member.id,
    kind: 'built-in',
    name: translator(member.locale)('calendar.builtIn'),
    checkConflicts: true,
    writeHere: true,
    health: { state: 'ok' as const, lastSuccessAt: null, error: null },
  };
}
