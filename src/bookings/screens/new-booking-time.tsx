import { DateField } from '#ui/date-field.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { Select } from '#ui/select.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { HostDay } from './host-day.tsx';
import { RuleOrMember } from './rule-or-member.tsx';
import { useFaultWords } from './fault-words.ts';
import type { NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

/** When, how long, with whom, and how that day of theirs looks. */
export function NewBookingTime({ state }: { state: NewBookingState }) {
  const t = useBookingWords();
  const fault = useFaultWords(state);
  const { form, change } = state;
  const statuses = state.statuses.map((value) => ({
    value,
    label: t(`status.${value}`),
    ...(value === 'unverified' && { hint: t('new.unverifiedHint') }),
  }));
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)] gap-3 max-phone:grid-cols-2">
        <Field label={t('new.date')} error={fault('date')} className="max-phone:col-span-2">
          <DateField value={form.date} onChange={(date) => change({ date })} />
        </Field>
        <Field label={t('new.time')} error={fault('time')}>
          <TimeField value={form.time} onChange={(time) => change({ time })} />
        </Field>
        <Field label={t('new.length')} error={fault('minutes')}>
          <NumberInput
            value={form.minutes}
            onChange={(minutes) => change({ minutes })}
            unit={t('new.minutesShort')}
            min={5}
            max={1440}
            step={5}
          />
        </Field>
      </div>
      <HostChoice state={state} />
      {state.host && form.date && (
        <HostDay name={state.host.name} spans={state.host.spans} date={form.date} chosen={state.meeting} />
      )}
      <Field label={t('new.status')}>
        <Select items={statuses} value={state.status} onChange={(status) => change({ status })} />
      </Field>
    </>
  );
}

/** Whoever may book for others names a host or leaves it to the rule; everybody else books for themselves. */
function HostChoice({ state }: { state: NewBookingState }) {
  const t = useBookingWords();
  const fault = useFaultWords(state);
  const { form, change } = state;
  const { may, workspace } = useMe();
  if (!may('book-for-others')) return null;
  const hasRule = workspace.appointmentPage.linkId !== null;
  return (
    <Field label={t('new.host')} error={fault('hostId')}>
      {hasRule ? (
        <RuleOrMember value={form.hostId} onChange={(hostId) => change({ hostId })} />
      ) : (
        <MemberPicker value={form.hostId} onChange={(hostId) => hostId && change({ hostId })} />
      )}
    </Field>
  );
}
