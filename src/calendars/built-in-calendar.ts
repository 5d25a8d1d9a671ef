import { translator } from '#platform/messages/messages.ts';
import type { Member } from '#people/member.ts';

/** Everyone's own calendar (K1): it lives in this database, so it is never stale and always written. */
export function builtInCalendar(member: Pick<Member, 'id' | 'locale'>) {
  return {
    id: member.id,
    kind: 'built-in' as const,
    name: translator(member.locale)('calendar.builtIn'),
    checkConflicts: true,
    writeHere: true,
    sync: true,
    readOnly: false,
    colour: null,
    account: null,
    health: {
      state: 'ok' as const,
      lastSuccessAt: null,
      error: null,
      code: null,
      nextTryAt: null,
      readsNow: false,
      progress: null,
    },
  };
}
