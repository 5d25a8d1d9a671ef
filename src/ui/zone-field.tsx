import { useMemo } from 'react';
import { offsetOf } from '#platform/messages/dates.ts';
import { cityOf, zoneGroups, zoneWords } from '#platform/messages/zones.ts';
import type { Choice } from './choices.ts';
import { Combobox, type ComboboxProps } from './combobox.tsx';
import { useNow, useReader } from './dates.tsx';
import { useLanguage, type Language } from './words.tsx';

export interface ZoneFieldProps extends Omit<
  ComboboxProps<Choice>,
  'items' | 'value' | 'onChange' | 'onSearch'
> {
  /** An IANA name: 'Europe/Warsaw'. */
  value: string;
  onChange: (timeZone: string) => void;
}

/** A time zone by its city or its IANA name, with its distance from Greenwich now. Inside a Field, or named. */
export function ZoneField({ value, onChange, ...props }: ZoneFieldProps) {
  const language = useLanguage();
  const now = useNow();
  const reader = useReader();
  const items = useMemo(() => zonesOf(language), [language]);
  const chosen = items.find((item) => item.value === value) ?? choiceOf(value, language);
  const suffix = offsetOf(now, { ...reader, timeZone: value }).replace('GMT', 'UTC');
  return (
    <Combobox
      {...props}
      items={items}
      value={{ ...chosen, label: `${chosen.label} (${suffix})` }}
      onChange={(next) => next && next.value !== value && onChange(next.value)}
    />
  );
}

function zonesOf(language: Language): Choice[] {
  const { compare } = new Intl.Collator(language);
  return zoneGroups(language)
    .flatMap(({ zones }) => zones.map(({ id }) => choiceOf(id, language)))
    .toSorted((one, other) => compare(one.label, other.label));
}

/** The names of four hundred zones take a tenth of a second: they wait until somebody opens the list. */
function choiceOf(timeZone: string, language: Language): Choice {
  return {
    value: timeZone,
    label: cityOf(timeZone, language),
    get hint() {
      const { detail } = zoneWords(timeZone, language);
      return [timeZone, detail].filter(Boolean).join(' · ');
    },
  };
}
