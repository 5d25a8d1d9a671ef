import { Field } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import type { Shared } from './use-shared.ts';
import { useShareWords } from './words.ts';

/** B8: the link of the appointment page has two addresses. */
export function WhichAddress({ shared }: { shared: Shared }) {
  const t = useShareWords();
  if (!shared.link.isAppointmentPage) return null;
  return (
    <Field label={t('address.which')}>
      <RadioGroup
        items={[
          { value: 'own', label: t('address.own') },
          { value: 'everyones', label: t('address.everyones'), hint: t('address.everyonesWhat') },
        ]}
        value={shared.isEveryones ? 'everyones' : 'own'}
        onChange={(next) => shared.setEveryones(next === 'everyones')}
      />
    </Field>
  );
}
