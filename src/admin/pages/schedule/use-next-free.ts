import { useQuery } from '@tanstack/react-query';
import { plusDays } from '#ui/calendar-days.ts';
import { useNow, useReader } from '#ui/dates.tsx';
import { freeStartsQuery } from './schedule-queries.ts';
import type { Days } from './use-days.ts';
import type { Who } from './use-who.ts';

const DAYS_AHEAD = 56;

/** The first start after the days shown at which the host is free; undefined while it is looked for, null for none. */
export function useNextFree(
  { rotationId, hostId }: Who,
  { read, today }: Days,
  minutes: number,
  isWanted: boolean,
): string | null | undefined {
  const { timeZone } = useReader();
  const now = useNow();
  const after = plusDays(read.at(-1)!, 1);
  const from = after > today ? after : today;
  const to = plusDays(from, DAYS_AHEAD);
  const asked = { rotationId, memberId: hostId ?? '', from, to, timeZone, duration: minutes };
  const { data } = useQuery({ ...freeStartsQuery(asked), enabled: isWanted && hostId !== null });
  return data && (data.find((start) => start > now) ?? null);
}
