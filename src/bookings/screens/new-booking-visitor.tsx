import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useFaultWords } from './fault-words.ts';
import type { NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

/** Who comes. The address leads to the lead or contact, or makes a lead (F2). */
export function NewBookingVisitor({ state }: { state: NewBookingState }) {
  const t = useBookingWords();
  const fault = useFaultWords(state);
  const { form, change } = state;
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field label={t('new.name')} error={fault('name')}>
        <Input value={form.name} onChange={(name) => change({ name })} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('new.email')} error={fault('email')}>
        <Input
          type="email"
          value={form.email}
          onChange={(email) => change({ email })}
          maxLength={254}
          autoComplete="off"
        />
      </Field>
    </div>
  );
}
