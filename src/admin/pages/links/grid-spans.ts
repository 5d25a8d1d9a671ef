import type { GridPerson, GridSpan } from '#ui/week-grid.tsx';
import type { CalendarSpan, CalendarWeek } from '#bookings/week/week-fields.ts';
import type { LinkWords } from '#links/screens/words.ts';
import type { OfferedTime } from './offered-times.ts';

/** One lane for all hosts: a time is good when it is good for everybody. */
export const EVERYBODY: Omit<GridPerson, 'name' | 'shortName'> = { id: 'everybody', initials: '∗', tint: 0 };

export function spansOfWeek(
  t: LinkWords,
  week: CalendarWeek | undefined,
  times: readonly OfferedTime[],
  rangeOf: (start: string, end: string) => string,
): GridSpan[] {
  const taken = (week?.members ?? []).flatMap((member) =>
    member.spans.flatMap((span, index) => spanOf(span, `${member.memberId}-${index}`, member.name)),
  );
  const picked = times.map(({ start, end }): GridSpan => ({
    id: start,
    personId: EVERYBODY.id,
    kind: 'picked',
    start,
    end,
    title: rangeOf(start, end),
    label: t('times.offered'),
    movable: true,
    resizable: true,
  }));
  return [...taken, ...picked];
}

/** Whose it is, not what it is about: a colleague's calendar stays theirs. */
function spanOf({ kind, start, end, allDay }: CalendarSpan, id: string, name: string): GridSpan[] {
  if (kind === 'free' || kind === 'offered') return [];
  const shown = kind === 'closed' ? 'closed' : 'busy';
  return [
    {
      id,
      personId: EVERYBODY.id,
      kind: shown,
      start,
      end,
      allDay,
      title: shown === 'busy' ? name : undefined,
      label: name,
    },
  ];
}
