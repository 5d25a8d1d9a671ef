import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { plusDays, startOfWeek, weeksOf } from '#ui/calendar-days.ts';
import { useReader, useToday } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import type { LinkHost, WholeLink } from '#links/screens/link-queries.ts';
import type { LinkPreview } from '#bookings/preview-link.ts';

const route = getRouteApi('/links/$linkId');
const PATIENCE_MS = 300;
/** As many days as the server answers at once. */
const MOST_DAYS = 62;

export interface LinkTimes {
  preview: LinkPreview | undefined;
  isError: boolean;
  isStale: boolean;
  retry: () => void;
  /** Hosts of the settings as they stand; before the first answer those that were saved. */
  hosts: readonly LinkHost[];
  /** The day whose times are shown; its week and month are drawn around it. */
  day: string;
  go: (day: string) => void;
  duration: number | undefined;
  setDuration: (minutes: number) => void;
}

/** What the settings as they stand, saved or not, offer around the chosen day: one question for both pictures. */
export function useLinkTimes(link: WholeLink): LinkTimes {
  const today = useToday();
  const { firstDay } = useReader();
  const { day: asked } = route.useSearch();
  const navigate = useNavigate({ from: '/links/$linkId' });
  const [duration, setDuration] = useState<number>();
  const window = asked ? monthOf(asked, firstDay) : fromToday(startOfWeek(today, firstDay));
  const { data, isError, isPlaceholderData, refetch } = usePreview(link, { ...window, duration });
  return {
    preview: data,
    isError,
    isStale: isPlaceholderData,
    retry: () => void refetch(),
    hosts: data && data.hosts.length > 0 ? data.hosts : link.hosts,
    day: asked ?? data?.days.find(({ date }) => date >= today)?.date ?? today,
    go: (day) => void navigate({ search: (before) => ({ ...before, day }), replace: true }),
    duration: data?.durationMinutes ?? duration,
    setDuration,
  };
}

const DECIDING = [
  'chairs',
  'durationsMinutes',
  'incrementMinutes',
  'timeZone',
  'hours',
  'withinHostHours',
  'holidayListId',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'minimumNoticeMinutes',
  'horizon',
  'caps',
  'times',
  'singleUse',
  'offerAnyway',
  'expiresAt',
] as const satisfies (keyof WholeLink)[];

/** Asked anew only when something changes that decides about times: not for a title, and not for being saved. */
function usePreview(link: WholeLink, asked: { from: string; to: string; duration: number | undefined }) {
  const deciding = useSettled(JSON.stringify(DECIDING.map((name) => [name, link[name]])));
  const { id, timeZone } = link;
  return useQuery({
    queryKey: ['link-times', id, 'preview', { ...asked, timeZone, deciding }],
    queryFn: ({ signal }) => {
      const settings = Object.fromEntries(JSON.parse(deciding) as [string, unknown][]);
      const body = { ...asked, timeZone, id, link: settings };
      return request<LinkPreview>('POST', '/api/links/preview', { body, signal });
    },
    placeholderData: keepPreviousData,
  });
}

function monthOf(day: string, firstDay: number) {
  const weeks = weeksOf(day.slice(0, 7), firstDay);
  return { from: weeks[0]![0]!, to: weeks.at(-1)!.at(-1)! };
}

/** Until a day is chosen it is the first free one, which may lie some weeks ahead. */
function fromToday(from: string) {
  return { from, to: plusDays(from, MOST_DAYS - 1) };
}

/** The same value a moment after it last changed, so that not every key is a question. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
