import { DateField } from '#ui/date-field.tsx';
import { Field } from '#ui/field.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { beginningAt } from './event-draft.ts';
import type { EventFormState } from './use-event-form.ts';
import { useEventWords } from './words.ts';

/** From when to when: dates, and their times unless whole days. */
export function EventWhen({ form: { draft, edit, errors } }: { form: EventFormState }) {
  const t = useEventWords();
  const begin = (to: Parameters<typeof beginningAt>[1]) => edit((now) => beginningAt(now, to));
  return (
    <>
      <div className="flex gap-2">
        <Field label={t(draft.allDay ? 'firstDay' : 'startDay')} className="min-w-0 flex-1">
          <DateField value={draft.from} onChange={(from) => from && begin({ from })} />
        </Field>
        {!draft.allDay && (
          <Field label={t('startTime')} className="w-26">
            <TimeField value={draft.fromTime} onChange={(fromTime) => fromTime && begin({ fromTime })} />
          </Field>
        )}
      </div>
      <div className="flex gap-2">
        <Field label={t(draft.allDay ? 'lastDay' : 'endDay')} className="min-w-0 flex-1" error={errors.end}>
          <DateField value={draft.to} min={draft.from} onChange={(to) => to && edit({ to })} />
        </Field>
        {!draft.allDay && (
          <Field label={t('endTime')} className="w-26">
            <TimeField value={draft.toTime} onChange={(toTime) => toTime && edit({ toTime })} />
          </Field>
        )}
      </div>
    </>
  );
}
