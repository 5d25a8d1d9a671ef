import { useState } from 'react';
import { minuteFromIso } from '#engine/minutes.ts';
import { minuteOfDay, zoneNamed } from '#engine/zone.ts';
import { classNames } from '#ui/class-names.ts';
import { useDates, useNow, useReader } from '#ui/dates.tsx';
import { useRoom } from '#ui/use-room.ts';
import { useSize } from '#ui/use-size.ts';
import { WeekGrid } from '#ui/week-grid.tsx';
import { WeekLegend } from '#ui/week-legend.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { AnywayDialog } from './anyway-dialog.tsx';
import { NO_BUFFERS, type Buffers } from './clash.ts';
import type { OfferedTime, Offering } from './offered-time.ts';
import { TimesBar } from './times-bar.tsx';
import { TimesSaid } from './times-said.tsx';
import { spansOf } from './times-spans.ts';
import { useOffering } from './use-offering.ts';
import { useTimesWeek } from './use-times-week.ts';

export interface TimesGridProps {
  /** Whose calendars are seen, side by side: everybody has to be there. Five at most are shown. */
  hostIds: readonly string[];
  offering: Offering;
  /** What changed; the rest stays. */
  onChange: (changes: Partial<Offering>) => void;
  timeZone: string;
  /** What the link keeps free around each meeting. */
  buffers?: Buffers;
  readOnly?: boolean;
  /** Fills the height that its parent gives it; else it has its own. */
  fills?: boolean;
}

/** Times picked in the week of one or several hosts, over what they have already (L3). */
export function TimesGrid({
  buffers = NO_BUFFERS,
  readOnly = false,
  fills = false,
  ...props
}: TimesGridProps) {
  const now = useNow();
  const { ref, rem } = useRoom();
  const [minutes, setMinutes] = useState(30);
  const { hostIds, offering, onChange, timeZone } = props;
  const first = offering.times.find(({ start }) => start > now)?.start;
  const week = useTimesWeek({ hostIds, first, timeZone, rem });
  const hand = useOffering({ offering, onChange, week: week.week.data, buffers, timeZone, now, readOnly });
  return (
    <div ref={ref} className={classNames('flex min-h-0 min-w-0 flex-col', fills && 'flex-1')}>
      <TimesBar week={week} minutes={minutes} onMinutes={setMinutes} readOnly={readOnly} />
      <Unread week={week} />
      <div
        className={classNames(
          'flex min-h-0 flex-col overflow-hidden rounded-r border border-line',
          fills ? 'flex-1 max-phone:h-[60dvh] max-phone:flex-none' : 'h-112 max-phone:h-[60dvh]',
        )}
      >
        <WeekGrid
          {...useFrame(props, week)}
          now={now}
          pickMinutes={minutes}
          readOnly={readOnly}
          tapPicks
          onWeek={week.turn}
          {...hand.events}
        />
      </div>
      <TimesSaid said={hand.said} />
      <WeekLegend kinds={['picked', 'busy', 'booked', 'closed']} />
      <AnywayDialog asked={hand.asked} timeZone={timeZone} />
    </div>
  );
}

/** Which days of whom, and what stands there. */
function useFrame(
  { offering, timeZone }: TimesGridProps,
  { days, people, week }: ReturnType<typeof useTimesWeek>,
) {
  const t = useLinkWords();
  const dates = useDates();
  const now = useNow();
  const { phone } = useSize();
  const { timeZone: own } = useReader();
  const { times } = offering;
  const rangeOf = (start: string, end: string) => dates.range(start, end, timeZone);
  const timeOf = (instant: string) => dates.time(instant, timeZone);
  const memberIds = people.map(({ id }) => id);
  return {
    label: t('times.label', { from: dates.day(days[0]!) }),
    days,
    timeZone,
    ...(own !== timeZone && !phone && { secondZone: own }),
    people,
    spans: spansOf(t, { week: week.data, memberIds, days, timeZone, times, now, rangeOf, timeOf }),
    incrementMinutes: 15,
    ...hoursToFill(times, timeZone),
  };
}

/** The working day, and later or earlier where something is offered then. */
function hoursToFill(times: readonly OfferedTime[], timeZone: string) {
  const zone = zoneNamed(timeZone)!;
  const hourOf = (instant: string) => minuteOfDay(zone, minuteFromIso(instant)!) / 60;
  return {
    firstHour: Math.floor(Math.min(8, ...times.map(({ start }) => hourOf(start)))),
    lastHour: Math.ceil(Math.max(18, ...times.map(({ end }) => hourOf(end) || 24))),
  };
}

function Unread({ week: { week, left } }: { week: ReturnType<typeof useTimesWeek> }) {
  const t = useLinkWords();
  return (
    <>
      {week.isError && (
        <p role="alert" className="mb-2 text-12 text-danger">
          {t('times.unread')}
        </p>
      )}
      {left > 0 && <p className="mb-2 text-12 text-faint">{t('times.moreHosts', { count: left })}</p>}
    </>
  );
}
