import { isoFromMinute, type Minute, MINUTES_PER_DAY } from '#engine/minutes.ts';
import type { useDates } from '../dates.tsx';
import type { usePartWords } from '../parts-words.ts';
import { BAND, type Ground, type Place, timeAt } from './cursor.ts';
import type { Grasp } from './grasp.ts';
import type { GridPerson } from './grid-props.ts';
import { isClosedAt, noteAt, spansAt } from './spans-at.ts';
import { offsetWords } from './ticks.ts';

/** All that is needed to say something about the grid in the reader's words. */
export interface Speaker {
  ground: Ground;
  people: readonly GridPerson[];
  timeZone: string;
  t: ReturnType<typeof usePartWords>;
  dates: ReturnType<typeof useDates>;
}

/** 'Tuesday 1 December, 09:00, Anna Nowak: Product demo with Piekarnia Wisła, booked' */
export function cellWords(speaker: Speaker, place: Place, chosen: string | null): string {
  const { ground, people, t } = speaker;
  const { start } = timeAt(ground, place);
  const values = {
    day: dayWords(speaker, place.column),
    time: place.step === BAND ? t('grid.allDay') : clockWords(speaker, place.column, start),
    person: people[place.person]!.name,
    what: whatStands(speaker, place, chosen),
  };
  return people.length > 1 ? t('grid.cell', values) : t('grid.cellAlone', values);
}

/** '09:00 – 09:45'; over several days with their names. */
export function rangeWords({ dates, timeZone }: Speaker, start: Minute, end: Minute): string {
  const [from, to] = [isoFromMinute(start), isoFromMinute(end)];
  const [first, last] = [dates.dateOf(from, timeZone), dates.dateOf(isoFromMinute(end - 1), timeZone)];
  if (first === last) return dates.range(from, to, timeZone);
  return `${dates.time(from, timeZone)} – ${dates.briefDay(last)} ${dates.time(to, timeZone)}`;
}

export function graspWords(speaker: Speaker, { column, person, start, end }: Grasp) {
  return {
    day: dayWords(speaker, column),
    range: rangeWords(speaker, start, end),
    person: speaker.people[person]!.name,
  };
}

export function dayWords({ ground, dates }: Speaker, column: number): string {
  return dates.day(ground.axis.columns[column]!.date);
}

/** On the day of a doubled hour the distance from UTC tells the two apart. */
function clockWords({ dates, timeZone, ground }: Speaker, column: number, minute: Minute): string {
  const { start, end } = ground.axis.columns[column]!;
  const time = dates.time(isoFromMinute(minute), timeZone);
  return end - start > MINUTES_PER_DAY ? `${time} (${offsetWords(ground.axis.zone, minute)})` : time;
}

function whatStands({ ground, t }: Speaker, place: Place, chosen: string | null): string {
  const spans = spansAt(ground, place, chosen).map(({ label }) => label);
  if (spans.length > 0) return spans.join('; ');
  if (!isClosedAt(ground, place)) return t('grid.free');
  const note = noteAt(ground, place);
  return note ? `${t('grid.closed')}, ${note}` : t('grid.closed');
}
