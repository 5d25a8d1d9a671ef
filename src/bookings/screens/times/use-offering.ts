import { useState } from 'react';
import { useDates } from '#ui/dates.tsx';
import type { GridEvents, GridPick } from '#ui/week-grid.tsx';
import type { CalendarWeek } from '#bookings/week/week-fields.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { clashesWith, type Buffers, type Clash } from './clash.ts';
import { addTime, type OfferedTime, type Offering } from './offered-time.ts';
import { startOf } from './times-spans.ts';

interface Given {
  offering: Offering;
  onChange: (changes: Partial<Offering>) => void;
  week: CalendarWeek | undefined;
  buffers: Buffers;
  timeZone: string;
  now: string;
  readOnly: boolean;
}

/** What was last done or refused, in words; a time that was taken back can be put back. */
export interface Said {
  words: string;
  isRefusal: boolean;
  undo?: () => void;
}

/** A time over somebody's busy hours waits for a yes. */
export interface AskedAnyway {
  time: OfferedTime;
  clashes: Clash[];
  yes: () => void;
  no: () => void;
}

/** What hands do on the grid: a time is added, moved, drawn longer, or taken back by pressing it again (L3). */
export function useOffering(given: Given) {
  const { times } = given.offering;
  const { said, asked, put, remove } = useTaking(given);
  const others = (spanId: string) => times.filter(({ start }) => start !== startOf(spanId));
  const events: GridEvents = {
    onPick: (pick: GridPick) => {
      if (!pick.allDay) put(times, pick);
    },
    onMove: (id, to) => put(others(id), to),
    onResize: (id, to) => put(others(id), to),
    onDelete: (id) => remove(startOf(id)),
    onOpen: (id) => remove(startOf(id)),
  };
  return { said, asked, events };
}

function useTaking({ offering, onChange, week, buffers, timeZone, now, readOnly }: Given) {
  const t = useLinkWords();
  const when = useWhen(timeZone);
  const { times, offerAnyway } = offering;
  const [said, say] = useState<Said | null>(null);
  const [asked, ask] = useState<AskedAnyway | null>(null);
  const refuse = (words: string) => say({ words, isRefusal: true });
  const take = (next: readonly OfferedTime[], time: OfferedTime, more: Partial<Offering> = {}) => {
    ask(null);
    onChange({ times: [...next], ...more });
    say({ words: t('times.added', { when: when(time) }), isRefusal: false });
  };
  const put = (among: readonly OfferedTime[], { start, end }: OfferedTime): void => {
    const time = { start, end };
    const next = addTime(among, time, now);
    if (typeof next === 'string') return refuse(t(`times.refused.${next}`));
    const clashes = clashesWith(week, time, buffers);
    const meeting = clashes.find(({ kind }) => kind === 'meeting');
    if (meeting) return refuse(t('times.refused.meeting', { name: meeting.name, when: when(meeting) }));
    if (clashes.length === 0 || offerAnyway) return take(next, time);
    const yes = () => take(next, time, { offerAnyway: true });
    return ask({ time, clashes, yes, no: () => ask(null) });
  };
  const remove = (start: string): void => {
    const time = times.find((one) => one.start === start);
    if (readOnly || !time) return;
    onChange({ times: times.filter((one) => one !== time) });
    say({ words: t('times.removed', { when: when(time) }), isRefusal: false, undo: () => take(times, time) });
  };
  return { said, asked, put, remove };
}

/** 'Mon 30 Nov, 10:00 – 10:30' */
export function useWhen(timeZone: string): (time: OfferedTime) => string {
  const dates = useDates();
  return ({ start, end }) =>
    `${dates.briefDay(dates.dateOf(start, timeZone))}, ${dates.range(start, end, timeZone)}`;
}
