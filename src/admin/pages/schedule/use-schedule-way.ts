import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import type { ScheduleSearch } from './schedule-search.ts';

const here = getRouteApi('/schedule');

export const useScheduleSearch = (): ScheduleSearch => here.useSearch();

/** Goes to other days, another rotation or host; the step back leads to the record all the same. */
export function useScheduleWay() {
  const go = here.useNavigate();
  const away = useNavigate();
  const router = useRouter();
  const put = (change: (now: ScheduleSearch) => ScheduleSearch) =>
    void go({ search: change as never, replace: true });
  return {
    date: (date: string | undefined) => put(({ date: _, ...now }) => ({ ...now, ...(date && { date }) })),
    /** Whose turn it is follows from the rotation. */
    rotation: (rotationId: string | null) =>
      put(({ rotationId: _, hostId: __, ...now }) => ({ ...now, ...(rotationId && { rotationId }) })),
    host: (hostId: string | null) => put(({ hostId: _, ...now }) => ({ ...now, ...(hostId && { hostId }) })),
    /** The record it is about; without one, the calendar. */
    back: ({ kind, id }: ScheduleSearch) => {
      if (!kind || !id) return void away({ to: '/calendar' });
      // Going back from there must not lead here again.
      return router.history.replace(`/admin${recordPage({ kind, id })}`);
    },
  };
}
