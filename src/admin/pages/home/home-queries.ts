import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { Home } from '#reports/home-fields.ts';

export type { Attention, Home } from '#reports/home-fields.ts';
export type TodaysBooking = Home['bookings'][number];

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => request<Home>('GET', '/api/home', { signal }),
  refetchInterval: 60_000,
});
