import { useRef, useState } from 'react';
import { EventForm } from '#calendars/screens/event-form.tsx';
import { useEventWords } from '#calendars/screens/words.ts';
import type { EventFields } from '#calendars/screens/event-draft.ts';
import { Button } from '#ui/button.tsx';
import { Callout } from '#ui/callout.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { anchorOf } from './place-on-grid.ts';
import type { Calendar } from './use-calendar.ts';
import type { EventActs } from './use-event-acts.ts';
import type { About } from './use-grid-acts.ts';
import { NoEventCallout } from './no-event-callout.tsx';
import { useBook } from './use-book.ts';
import { useCalendarWords } from './words.ts';

interface EventCalloutProps {
  about: Extract<About, { kind: 'new' | 'event' }>;
  calendar: Calendar;
  acts: EventActs;
  onClose: () => void;
}

/** A new event at the picked time, or one that stands there already; a booking could be made there instead. */
export function EventCallout({ about, calendar, acts, onClose }: EventCalloutProps) {
  const t = useEventWords();
  const [isTyped, setTyped] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const { pick } = about;
  const member = calendar.week.data?.members.find(({ memberId }) => memberId === pick.personId);
  const isNew = about.kind === 'new';
  if (isNew && !member?.editable) return <NoEventCallout pick={pick} calendar={calendar} onClose={onClose} />;
  const save = async (fields: EventFields) => {
    await (isNew
      ? acts.add(pick.personId, fields)
      : acts.save(about.event, changesOf(about.event.fields, fields)));
    onClose();
  };
  const remove = () => {
    if (!isNew) acts.remove(about.event);
    onClose();
  };
  return (
    <Callout
      anchor={anchorOf(pick, { ...calendar, days: calendar.daysOnScreen })}
      title={t(isNew ? 'new' : 'change')}
      onClose={onClose}
      keepsTyped={isTyped}
      first={first}
    >
      <EventForm
        isNew={isNew}
        titleField={first}
        initial={isNew ? emptyAt(pick) : about.event.fields}
        zones={{ reader: calendar.timeZone, calendar: member?.timeZone ?? calendar.timeZone }}
        onSave={save}
        onTyped={() => setTyped(true)}
        onDelete={isNew ? undefined : remove}
        instead={isNew && !pick.allDay && <BookInstead pick={pick} />}
      />
    </Callout>
  );
}

function BookInstead({ pick: { start, end, personId } }: { pick: About['pick'] }) {
  const t = useCalendarWords();
  const book = useBook();
  const minutes = minutesBetween(start, end);
  return (
    <Button size="m" onClick={() => book({ start, minutes, hostId: personId })}>
      {t('newBooking')}
    </Button>
  );
}

function emptyAt({ start, end, allDay = false }: About['pick']): EventFields {
  return { title: '', start, end, allDay, transparency: 'busy' };
}

/** Only what was changed, so that what somebody else changes meanwhile stays. */
function changesOf(before: EventFields, after: EventFields): Partial<EventFields> {
  const names = Object.keys(after) as (keyof EventFields)[];
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  );
}
