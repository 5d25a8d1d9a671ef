import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { useDates } from '#ui/dates.tsx';
import { useActivityWords } from './words.ts';

const OF_TASKS = ['made', 'changed', 'done', 'reopened', 'deleted'] as const;
const OF_EVENTS = ['made', 'changed', 'deleted'] as const;
const FIELDS = [
  'title',
  'dueAt',
  'remindMinutes',
  'assigneeId',
  'priority',
  'start',
  'end',
  'attendees',
] as const;

/** What somebody did with a task or an event, as a timeline says it after their name. */
export function ActivityDeed({ entry }: { entry: TimelineEntry }) {
  const t = useActivityWords();
  const dates = useDates();
  const { what, title, dueAt, start } = entry.data;
  const task = OF_TASKS.find((name) => name === what) ?? 'changed';
  const event = OF_EVENTS.find((name) => name === what) ?? 'changed';
  const when = entry.kind === 'event' ? start : dueAt;
  const isNew = what === 'made' && typeof when === 'string';
  return (
    <>
      {entry.kind === 'task' ? t(`did.task.${task}`) : t(`did.event.${event}`)}{' '}
      <bdi className="font-medium">{String(title ?? '')}</bdi>
      {isNew && `, ${dates.when(when)}`}
      <Changed entry={entry} />
    </>
  );
}

function Changed({ entry }: { entry: TimelineEntry }) {
  const t = useActivityWords();
  const { reader } = useDates();
  const changes = (entry.data['changes'] ?? []) as { field: string }[];
  const names = FIELDS.filter((name) => changes.some(({ field }) => field === name)).map((name) =>
    t(`field.${name}`),
  );
  if (names.length === 0) return null;
  return <> ({new Intl.ListFormat(reader.language).format(names)})</>;
}
