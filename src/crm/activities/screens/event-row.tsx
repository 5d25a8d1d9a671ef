import { useRef, useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { useDates } from '#ui/dates.tsx';
import { RecordEventForm } from './record-event-form.tsx';
import type { RecordEventView } from './record-event-queries.ts';
import type { RecordEventActs } from './use-record-event-acts.ts';
import { useMoments } from './use-moments.ts';
import { useActivityWords } from './words.ts';

/** An event on one line; pressed, it opens where it stands. Who may not move it reads it. */
export function EventRow({ event, acts }: { event: RecordEventView; acts: RecordEventActs }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const mayChange = useMayChange(event);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!mayChange) {
    return (
      <li className={LINE}>
        <EventFacts event={event} />
      </li>
    );
  }
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={`${LINE} -mx-2 w-[calc(100%+1rem)] rounded-xs px-2 text-start hover:bg-hover`}
      >
        <EventFacts event={event} />
      </button>
      {isOpen && (
        <RecordEventForm
          event={event}
          onSave={(wish) => acts.change(event, wish).then(close)}
          onClose={close}
          onDelete={() => acts.remove(event)}
        />
      )}
    </li>
  );
}

const LINE = 'flex min-h-9 min-w-0 flex-wrap items-center gap-x-4 py-1.5 touch:min-h-(--touch)';

function EventFacts({ event }: { event: RecordEventView }) {
  const t = useActivityWords();
  const dates = useDates();
  const { day, moment } = useMoments();
  const { start, end, title, attendees } = event;
  const isOneDay = dates.dateOf(start) === dates.dateOf(end);
  const when = isOneDay ? `${day(start)}, ${dates.range(start, end)}` : `${moment(start)} – ${moment(end)}`;
  const names = attendees.map(({ name, email }) => name ?? email ?? t('events.hidden'));
  const listed = new Intl.ListFormat(dates.reader.language, { style: 'short', type: 'unit' }).format(names);
  return (
    <>
      <time dateTime={start} className="min-w-48 shrink-0 text-muted" title={dates.when(start)}>
        {when}
      </time>
      <span dir="auto" className="min-w-40 flex-1 truncate font-medium" title={title}>
        {title}
      </span>
      <span dir="auto" className="max-w-60 truncate text-muted" title={listed}>
        {listed}
      </span>
    </>
  );
}

/** A colleague's time is filled and freed by who may (R1). */
function useMayChange({ attendees }: RecordEventView): boolean {
  const { member, may } = useMe();
  const others = attendees.some(({ kind, id }) => kind === 'member' && id !== member.id);
  return !others || may('book-for-others');
}
