import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { useFaultWords } from './fault-words.ts';
import { PersonSearch } from './person-search.tsx';
import type { NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

/** Everything else that can be said about a meeting. */
export function NewBookingMore({ state }: { state: NewBookingState }) {
  const t = useBookingWords();
  const fault = useFaultWords(state);
  const { form, change } = state;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
        <Field label={t('new.phone')} error={fault('phone')}>
          <Input type="tel" value={form.phone} onChange={(phone) => change({ phone })} maxLength={40} />
        </Field>
        <Field label={t('new.skype')} error={fault('skype')}>
          <Input value={form.skype} onChange={(skype) => change({ skype })} maxLength={100} />
        </Field>
      </div>
      <Field label={t('new.meetingTitle')} error={fault('title')} hint={t('new.titleHint')}>
        <Input value={form.title} onChange={(title) => change({ title })} maxLength={200} />
      </Field>
      <Field label={t('new.details')} error={fault('details')}>
        <Textarea value={form.details} onChange={(details) => change({ details })} maxLength={4000} />
      </Field>
      <Field label={t('new.record')} hint={t('new.recordHint')} error={fault('record')}>
        <PersonSearch state={state} />
      </Field>
      {state.status === 'scheduled' && (
        <Checkbox checked={form.notify} onChange={(notify) => change({ notify })} hint={t('new.notifyHint')}>
          {t('new.notify')}
        </Checkbox>
      )}
    </>
  );
}
