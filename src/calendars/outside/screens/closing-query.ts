import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { ClosingCalendars } from '../closing-calendars.ts';
import { calendarsOf, closesItsOwner, isOutside, type Calendars } from './calendar-queries.ts';

const A_MINUTE = 60_000;

/** The page itself says it first; who has outside calendars asks again once a minute. */
export const closingQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['closing-calendars', memberId],
    queryFn: async ({ signal }): Promise<ClosingCalendars> => {
      const { items } = await request<Calendars>('GET', calendarsOf(memberId), { signal });
      return {
        hasOutside: items.some(isOutside),
        closing: items
          .filter(closesItsOwner)
          .map(({ name, health }) => ({ name, lastSuccessAt: health.lastSuccessAt })),
      };
    },
    staleTime: A_MINUTE,
    refetchInterval: ({ state }) => (state.data?.hasOutside ? A_MINUTE : false),
  });
