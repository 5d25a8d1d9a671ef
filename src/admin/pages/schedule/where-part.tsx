import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useFaultOf } from './fault-of.ts';
import { PLACES } from './schedule-draft.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** Where they meet, and its address, number or link. */
export function WherePart({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const fault = useFaultOf(state);
  const { draft, change } = state;
  const { place } = draft;
  const items = PLACES.map((value) => ({ value, label: t(`place.${value}`) }));
  return (
    <div
      className={
        place === 'none'
          ? undefined
          : 'grid grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)] gap-3 max-phone:grid-cols-1'
      }
    >
      <Field label={t('where')}>
        <Select items={items} value={place} onChange={(next) => change({ place: next })} />
      </Field>
      {place !== 'none' && (
        <Field label={t(`placeValue.${place}`)} error={fault('placeValue')}>
          <Input
            value={draft.placeValue}
            onChange={(placeValue) => change({ placeValue })}
            maxLength={500}
            placeholder={place === 'video' ? 'https://' : undefined}
          />
        </Field>
      )}
    </div>
  );
}
