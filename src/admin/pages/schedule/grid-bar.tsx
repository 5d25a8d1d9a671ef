import { ChevronLeft, ChevronRight } from 'lucide-react';
import { firstName } from '#bookings/screens/called.ts';
import { cityOf } from '#platform/messages/zones.ts';
import { initialsOf } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { offsetWords } from '#ui/week-grid/ticks.ts';
import { useLanguage } from '#ui/words.tsx';
import { zoneNamed } from '#engine/zone.ts';
import { rangeTitle } from '../calendar/days-shown.ts';
import { minuteOf } from '#ui/week-grid/lay-out.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** Whose week it is, where they are, who stands beside them, and the way to other weeks. */
export function GridBar({ state }: { state: Schedule }) {
  return (
    <div className="flex min-h-(--bar) flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 ps-5 pe-4 max-tablet:ps-4 max-tablet:pe-3">
      <Whose state={state} />
      <div className="ms-auto flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 max-phone:gap-x-0">
        <Besides state={state} />
        <Steps state={state} />
      </div>
    </div>
  );
}

function Whose({ state: { time, who } }: { state: Schedule }) {
  const t = useScheduleWords();
  const language = useLanguage();
  const now = useNow();
  const name = firstName(time.host?.name ?? '');
  const zone = zoneNamed(time.host?.timeZone ?? '');
  return (
    <>
      <h2 className="min-w-0 truncate font-semibold">
        {time.shownId === who.me.id ? t('grid.yourWeek') : t('grid.week', { name: name || '…' })}
      </h2>
      {zone && (
        <span className="tabular shrink-0 text-muted max-phone:hidden">
          {cityOf(zone.name, language)}, {offsetWords(zone, minuteOf(now))}
        </span>
      )}
    </>
  );
}

/** The initials over the narrow lanes, with their names. */
function Besides({ state: { time } }: { state: Schedule }) {
  const t = useScheduleWords();
  const others = time.ids
    .slice(1)
    .flatMap((id) => time.week.data?.members.find(({ memberId }) => memberId === id) ?? []);
  if (others.length === 0) return null;
  return (
    <ul aria-label={t('grid.othersLabel')} className="flex min-w-0 gap-3 text-12 text-muted max-desk:hidden">
      {others.map(({ memberId, name }) => (
        <li key={memberId} title={name} className="max-w-28 truncate">
          <b className="font-semibold text-ink">{initialsOf(name)}</b> <bdi>{firstName(name)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Steps({ state: { days, way } }: { state: Schedule }) {
  const t = useScheduleWords();
  const dates = useDates();
  const language = useLanguage();
  const turn = (step: 1 | -1) => way.date(plusDays(days.date, step * days.count));
  const words = days.count === 1 ? dates.briefDay(days.date) : rangeTitle(days.drawn, language);
  return (
    <div className="flex min-w-0 flex-wrap items-center justify-end gap-1 max-phone:gap-0">
      <IconButton icon={ChevronLeft} label={t('grid.earlier')} shortcut="PgUp" onClick={() => turn(-1)} />
      <span className="tabular px-1 text-center font-medium" aria-live="polite">
        {words}
      </span>
      <IconButton icon={ChevronRight} label={t('grid.later')} shortcut="PgDn" onClick={() => turn(1)} />
      <Button onClick={() => way.date(undefined)} className="max-phone:border-transparent">
        {t('grid.today')}
      </Button>
    </div>
  );
}
