import { RecipientsField } from '#emails/screens/recipients-field.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useToday } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { useFaultOf } from './fault-of.ts';
import { nameOf } from './schedule-draft.ts';
import type { Schedule } from './use-schedule.ts';
import { WherePart } from './where-part.tsx';
import { useScheduleWords } from './words.ts';

/** What is said of the meeting: who comes, when to the minute, where, what about. */
export function WhatPart({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const fault = useFaultOf(state);
  const { draft, change, prefilled } = state;
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <Invited state={state} />
      <WhenFields state={state} />
      <WherePart state={state} />
      <Field label={t('meetingTitle')} error={fault('title')}>
        <Input
          value={draft.title ?? prefilled.title}
          onChange={(title) => change({ title })}
          maxLength={200}
        />
      </Field>
      <Field label={t('details')} hint={t('detailsHint')} error={fault('details')}>
        <Textarea value={draft.details} onChange={(details) => change({ details })} maxLength={4000} />
      </Field>
    </section>
  );
}

/** Contacts of the record by name, anybody found, any address typed; the first is the visitor. */
function Invited({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const fault = useFaultOf(state);
  const { draft, change, prefilled, subject } = state;
  const people = draft.people ?? prefilled.people;
  const [first] = people;
  const words = first && t(people.length > 1 ? 'withHint' : 'withOne', { name: nameOf(first) });
  return (
    <div>
      <RecipientsField
        label={t('with')}
        value={people}
        onChange={(next) => change({ people: next })}
        people={subject.people}
        error={fault('people')}
      />
      <p className="mt-1 text-12 wrap-anywhere text-faint">{words ?? t('withNobody')}</p>
    </div>
  );
}

const LENGTHS = [15, 20, 30, 45, 60, 90, 120];

/** The grid says it by the quarter; here any five minutes can be typed. */
function WhenFields({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const fault = useFaultOf(state);
  const today = useToday();
  const { draft, change, way } = state;
  const lengths = [...new Set([...LENGTHS, draft.minutes])].toSorted((one, other) => one - other);
  const items = lengths.map((count) => ({ value: String(count), label: t('minutes', { count }) }));
  return (
    <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1.1fr)] gap-3 max-tablet:grid-cols-2">
      <Field label={t('date')} error={fault('date')} className="max-tablet:col-span-2">
        <DateField
          value={draft.date}
          min={today}
          onChange={(date) => {
            change({ date });
            if (date) way.date(date);
          }}
        />
      </Field>
      <Field label={t('time')} error={fault('time')}>
        <TimeField value={draft.time} onChange={(time) => change({ time })} />
      </Field>
      <Field label={t('duration')} error={fault('minutes')}>
        <Select
          items={items}
          value={String(draft.minutes)}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
        />
      </Field>
    </div>
  );
}
