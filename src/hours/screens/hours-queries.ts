import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { memberQuery, type MemberView } from '#people/screens/member-queries.ts';
import { queryString, request, requestVersioned } from '#ui/request.ts';
import type { Absence } from '../absence.ts';
import type { HolidayList } from '../holiday-list.ts';
import type { WrittenHours } from '../weekly-hours.ts';
import type { holidayListShape } from '../holiday-list-fields.ts';

export type HoursView = WrittenHours & { version: number };
export type AbsenceView = Absence;
export type HolidayListView = z.infer<typeof holidayListShape>;

interface MemberTime {
  member: MemberView;
  hours: HoursView;
  absences: AbsenceView[];
  holidayLists: HolidayListView[];
}

/** Everything of a member's time at once; what is asked piece by piece afterwards is there already. */
export const timeQuery = (memberId: string, from: string) =>
  queryOptions({
    queryKey: ['time', memberId, from],
    queryFn: async ({ signal, client }) => {
      const path = `/api/members/${memberId}/time${queryString({ from })}`;
      const time = await request<MemberTime>('GET', path, { signal });
      client.setQueryData(memberQuery(memberId).queryKey, time.member);
      client.setQueryData(hoursQuery(memberId).queryKey, time.hours);
      client.setQueryData(absencesQuery(memberId, from).queryKey, time.absences);
      client.setQueryData(holidayListsQuery().queryKey, time.holidayLists);
      return time.member.id;
    },
  });

export const hoursPath = (memberId: string) => `/api/members/${memberId}/hours`;

export const hoursQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['hours', memberId],
    queryFn: ({ signal }) => requestVersioned<WrittenHours>('GET', hoursPath(memberId), { signal }),
  });

/** Absences that end on `from` or later, by their first date. */
export const absencesQuery = (memberId: string, from: string) =>
  queryOptions({
    queryKey: ['absences', memberId, from],
    queryFn: async ({ signal }) => {
      const path = `/api/members/${memberId}/absences${queryString({ from, limit: 200 })}`;
      return (await request<{ items: AbsenceView[] }>('GET', path, { signal })).items;
    },
  });

export const holidayListsQuery = () =>
  queryOptions({
    queryKey: ['holiday-lists'],
    queryFn: async ({ signal }) =>
      (await request<{ items: HolidayList[] }>('GET', '/api/holiday-lists?limit=200', { signal })).items,
    staleTime: 60_000,
  });
