import { useState } from 'react';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { WholeBooking } from './booking-queries.ts';
import { EditForm } from './edit-form.tsx';
import { useLocationWords } from './location-words.ts';
import { OpensEdit } from './opens-edit.tsx';
import { useBookingWords } from './words.ts';

type Location = WholeBooking['location'];
type Kind = NonNullable<Location>['kind'] | 'none';

interface LocationEditProps {
  location: Location;
  onSave: (location: Location) => Promise<string | void>;
}

export function LocationEdit({ location, onSave }: LocationEditProps) {
  const t = useBookingWords();
  const [typed, setTyped] = useState<{ kind: Kind; value: string } | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  if (!typed) {
    const open = () => {
      setWasOpen(true);
      setTyped({ kind: location?.kind ?? 'none', value: location?.value ?? '' });
    };
    return (
      <OpensEdit label={t('field.location')} onOpen={open} isBack={wasOpen}>
        <Place location={location} />
      </OpensEdit>
    );
  }
  const kinds: Kind[] = ['none', 'video', 'phone', 'address', 'ask'];
  const items = kinds.map((value) => ({ value, label: t(`location.${value}`) }));
  return (
    <EditForm onSave={() => onSave(locationFrom(typed))} onClose={() => setTyped(null)}>
      <Select
        items={items}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind })}
        aria-label={t('location.kind')}
      />
      {typed.kind !== 'none' && (
        <Input
          value={typed.value}
          onChange={(value) => setTyped({ ...typed, value })}
          maxLength={500}
          aria-label={t('location.value')}
          placeholder={typed.kind === 'video' ? 'https://' : undefined}
        />
      )}
    </EditForm>
  );
}

function locationFrom({ kind, value }: { kind: Kind; value: string }): Location {
  if (kind === 'none') return null;
  return { kind, ...(value.trim() && { value: value.trim() }) };
}

function Place({ location }: { location: Location }) {
  const words = useLocationWords();
  const t = useBookingWords();
  const value = location?.value;
  if (!location) return <span className="text-faint">{words(location)}</span>;
  if (location.kind !== 'video' || !value?.startsWith('https://')) return <bdi>{words(location)}</bdi>;
  return (
    <>
      {t('location.video')},{' '}
      <a href={value} target="_blank" rel="noreferrer" className={TEXT_LINK}>
        {value.replace('https://', '')}
      </a>
    </>
  );
}
