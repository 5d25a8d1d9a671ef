import { MemberPicker } from '#people/screens/member-picker.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useReader } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { dueAtOf, dueOf } from './due.ts';
import type { TaskView } from './task-queries.ts';
import { useActivityWords } from './words.ts';

export type Details = Pick<TaskView, 'dueAt' | 'remindMinutes' | 'assigneeId' | 'priority'>;

export interface TaskDetailsProps {
  value: Details;
  onChange: (change: Partial<Details>) => void;
}

/** Everything about a task but its title: when, who, how urgent, and when to be reminded. */
export function TaskDetails({ value, onChange }: TaskDetailsProps) {
  const t = useActivityWords();
  return (
    <div className="grid grid-flow-dense grid-cols-[minmax(9rem,1.2fr)_6.5rem_minmax(9rem,1fr)] gap-3 max-tablet:grid-cols-2">
      <WhenDue value={value} onChange={onChange} />
      <Reminder value={value} onChange={onChange} />
      <Field label={t('tasks.assignee')} className="col-span-2 max-tablet:col-span-1 max-phone:col-span-2">
        <MemberPicker
          value={value.assigneeId}
          placeholder={t('tasks.nobody')}
          onChange={(assigneeId) => onChange({ assigneeId })}
        />
      </Field>
      <Field label={t('tasks.priority')}>
        <Select
          items={(['low', 'normal', 'high'] as const).map((one) => ({
            value: one,
            label: t(`priority.${one}`),
          }))}
          value={value.priority}
          onChange={(priority) => onChange({ priority })}
        />
      </Field>
    </div>
  );
}

function WhenDue({ value, onChange }: TaskDetailsProps) {
  const t = useActivityWords();
  const { timeZone } = useReader();
  const due = dueOf(value.dueAt, timeZone);
  return (
    <>
      <Field label={t('tasks.due')}>
        <DateField
          value={due?.date ?? null}
          placeholder={t('tasks.dueHint')}
          onChange={(date) => onChange({ dueAt: dueAtOf(date, due?.time ?? null, timeZone) })}
        />
      </Field>
      <Field label={t('tasks.time')} disabled={!due}>
        <TimeField
          value={due?.time ?? null}
          disabled={!due}
          onChange={(time) => time && onChange({ dueAt: dueAtOf(due?.date ?? null, time, timeZone) })}
        />
      </Field>
    </>
  );
}

const REMINDERS = ['none', '0', '10', '30', '60', '1440'] as const;

function Reminder({ value, onChange }: TaskDetailsProps) {
  const t = useActivityWords();
  const known = value.remindMinutes === null ? 'none' : String(value.remindMinutes);
  const offered = (REMINDERS as readonly string[]).includes(known) ? REMINDERS : [...REMINDERS, known];
  const labelOf = (one: string) => {
    if (one === 'none') return t('remind.none');
    return one === '0' ? t('remind.then') : lengthOf(Number(one));
  };
  const lengthOf = (minutes: number) => {
    if (minutes % 1440 === 0) return t('remind.days', { count: minutes / 1440 });
    if (minutes % 60 === 0) return t('remind.hours', { count: minutes / 60 });
    return t('remind.minutes', { count: minutes });
  };
  return (
    <Field label={t('remind.title')} disabled={value.dueAt === null}>
      <Select
        items={offered.map((one) => ({ value: one, label: labelOf(one) }))}
        value={known}
        disabled={value.dueAt === null}
        onChange={(one) => onChange({ remindMinutes: one === 'none' ? null : Number(one) })}
      />
    </Field>
  );
}
