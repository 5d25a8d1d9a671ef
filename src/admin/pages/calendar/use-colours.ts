import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { calendarsQuery } from '#calendars/outside/screens/calendar-queries.ts';
import { useMe } from '../../use-me.ts';
import type { ShownWeek } from './week-query.ts';

/** The colours that one's own outside calendars have; asked for only where something of them is shown. */
export function useColours(week: ShownWeek | undefined): (calendarId: string) => string | null {
  const me = useMe().member.id;
  const own = week?.members.find(({ memberId }) => memberId === me);
  const isShown = own?.spans.some(({ calendarId }) => calendarId !== undefined) ?? false;
  const { data } = useQuery({ ...calendarsQuery(me), enabled: isShown });
  return useCallback((calendarId) => data?.items.find(({ id }) => id === calendarId)?.colour ?? null, [data]);
}
