import { queryOptions } from '@tanstack/react-query';
import type { ClosingCalendars } from '../closing-calendars.ts';
import { calendarsQuery, closingAmong, closingKey } from './calendar-queries.ts';

const A_MINUTE = 60_000;

/** The page itself says it first; who has outside calendars asks again once a minute. */
export const closingQuery = (memberId: string) =>
  queryOptions({
    queryKey: closingKey(memberId),
    queryFn: async ({ client }): Promise<ClosingCalendars> =>
      closingAmong(await client.fetchQuery({ ...calendarsQuery(memberId), staleTime: 0 })),
    staleTime: A_MINUTE,
    refetchInterval: ({ state }) => (state.data?.hasOutside ? A_MINUTE : false),
  });
