import type { ReactNode } from 'react';
import { Conflict } from '#ui/conflict.tsx';
import { Definition } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import type { BookingChanges } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { DetailsEdit } from './details-edit.tsx';
import { LocationEdit } from './location-edit.tsx';
import { useLocationWords } from './location-words.ts';
import { useBookingEdit, type EditConflict } from './use-booking-edit.ts';
import { useBookingWords } from './words.ts';

/** Title, place and details: changed where they stand; nobody is mailed about it. */
export function EditableFacts({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const { save, conflict, keepTheirs } = useBookingEdit(booking);
  return (
    <>
      <Definition name={t('field.title')}>
        <EditInPlace
          label={t('field.title')}
          value={booking.title}
          onSave={(title) => (title ? save({ title }) : Promise.resolve(t('edit.titleNeeded')))}
        />
      </Definition>
      <Definition name={t('field.location')}>
        <LocationEdit location={booking.location} onSave={(location) => save({ location })} />
      </Definition>
      {booking.visitor && (
        <Definition name={t('field.details')}>
          <DetailsEdit
            details={booking.details ?? ''}
            onSave={(details) => save({ details: details || null })}
          />
        </Definition>
      )}
      {conflict && (
        <Changed
          conflict={conflict}
          onMine={() => void save(conflict.mine, conflict.theirs)}
          onTheirs={keepTheirs}
        />
      )}
    </>
  );
}

interface ChangedProps {
  conflict: EditConflict;
  onMine: () => void;
  onTheirs: () => void;
}

function Changed({ conflict: { mine, theirs }, onMine, onTheirs }: ChangedProps) {
  const t = useBookingWords();
  const say = useValueWords();
  const names = ['title', 'location', 'details'] as const;
  const fields = names
    .filter((name) => name in mine)
    .map((name) => ({
      key: name,
      name: t(`field.${name}`),
      yours: say(name, mine),
      theirs: say(name, theirs),
    }));
  return (
    <Conflict
      open
      fields={fields}
      onResolve={(chosen) => (Object.values(chosen).includes('yours') ? onMine() : onTheirs())}
      onClose={onTheirs}
    />
  );
}

function useValueWords() {
  const place = useLocationWords();
  return (name: 'title' | 'location' | 'details', of: BookingChanges | WholeBooking): ReactNode =>
    name === 'location' ? place(of.location ?? null) : (of[name] ?? '–');
}
