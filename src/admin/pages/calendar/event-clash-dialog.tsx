import type { EventFields } from '#calendars/screens/event-draft.ts';
import { useEventWords } from '#calendars/screens/words.ts';
import { Conflict } from '#ui/conflict.tsx';
import { useDates } from '#ui/dates.tsx';
import type { EventActs, EventClash } from './use-event-acts.ts';
import { useCalendarWords } from './words.ts';

type Part = 'title' | 'when' | 'transparency';

/** The event was changed elsewhere meanwhile: what we wanted beside what stands, and a choice. */
export function EventClashDialog({ clash, acts }: { clash: EventClash; acts: EventActs }) {
  const t = useCalendarWords();
  const words = useEventWords();
  const show = useShown();
  const { change, theirs } = clash;
  const yours: EventFields = { ...change.event.fields, ...change.to };
  const parts = partsOf(change.to).filter((part) => show(part, yours) !== show(part, theirs));
  const names = { title: words('title'), when: t('clash.when'), transparency: words('blocks') };
  return (
    <Conflict
      open
      onClose={acts.closeClash}
      fields={parts.map((key) => ({
        key,
        name: names[key],
        yours: show(key, yours),
        theirs: show(key, theirs),
      }))}
      onResolve={(chosen) => {
        const to = Object.assign(
          {},
          ...parts.filter((part) => chosen[part] === 'yours').map((part) => valuesOf(part, yours)),
        );
        acts.closeClash();
        if (Object.keys(to).length > 0) acts.changeAnyway(clash, to);
      }}
    />
  );
}

function partsOf(to: Partial<EventFields>): Part[] {
  const when = to.start !== undefined || to.end !== undefined || to.allDay !== undefined;
  return [
    ...(to.title === undefined ? [] : (['title'] as const)),
    ...(when ? (['when'] as const) : []),
    ...(to.transparency === undefined ? [] : (['transparency'] as const)),
  ];
}

function valuesOf(
  part: Part,
  { title, start, end, allDay, transparency }: EventFields,
): Partial<EventFields> {
  if (part === 'title') return { title };
  return part === 'when' ? { start, end, allDay } : { transparency };
}

function useShown() {
  const t = useCalendarWords();
  const words = useEventWords();
  const dates = useDates();
  return (part: Part, { title, start, end, allDay, transparency }: EventFields): string => {
    if (part === 'title') return title;
    if (part === 'transparency') return words(transparency);
    const day = dates.day(dates.dateOf(start));
    return `${day}, ${allDay ? t('allDay') : dates.range(start, end)}`;
  };
}
