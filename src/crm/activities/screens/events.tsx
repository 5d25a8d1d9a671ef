import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { EventRow } from './event-row.tsx';
import { RecordEventForm } from './record-event-form.tsx';
import { recordEventsQuery } from './record-event-queries.ts';
import type { ActivityPlace } from './task-queries.ts';
import { useRecordEventActs } from './use-record-event-acts.ts';
import { useActivityWords } from './words.ts';

/** When people meet over a record (P6): the nearest first, what is past folded away. */
export function Events({ record }: { record: ActivityPlace }) {
  const t = useActivityWords();
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const acts = useRecordEventActs(record);
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => addButton.current?.focus());
  };
  return (
    <section aria-label={t('events.title')} className="min-w-0">
      <SectionHead
        title={t('events.title')}
        aside={
          <Button ref={addButton} icon={Plus} onClick={() => setAdding(true)} disabled={isAdding}>
            {t('events.new')}
          </Button>
        }
      />
      {isAdding && <RecordEventForm onSave={(wish) => acts.add(wish).then(close)} onClose={close} />}
      <EventList record={record} state="coming" />
      <PastEvents record={record} />
    </section>
  );
}

function PastEvents({ record }: { record: ActivityPlace }) {
  const t = useActivityWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-1">
      <Button
        kind="quiet"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-ms-2.5 text-muted"
      >
        {t(isOpen ? 'events.hidePast' : 'events.showPast')}
      </Button>
      {isOpen && <EventList record={record} state="past" />}
    </div>
  );
}

function EventList({ record, state }: { record: ActivityPlace; state: 'coming' | 'past' }) {
  const t = useActivityWords();
  const found = useQuery(recordEventsQuery(record, state));
  const acts = useRecordEventActs(record);
  if (found.isError && !found.data) {
    return (
      <Problem title={t('events.failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={2} row="text" />;
  if (found.data.items.length === 0) {
    return <p className="py-2 text-faint">{t(state === 'coming' ? 'events.none' : 'events.nonePast')}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {found.data.items.map((event) => (
        <EventRow key={event.id} event={event} acts={acts} />
      ))}
    </ul>
  );
}
