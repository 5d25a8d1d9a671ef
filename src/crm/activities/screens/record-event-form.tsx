import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { EventWhen } from '#calendars/screens/event-when.tsx';
import { useEventForm } from '#calendars/screens/use-event-form.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { useReader } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { useEscape } from '#ui/use-escape.ts';
import { AttendeePicker } from './attendee-picker.tsx';
import { nextHour } from './next-hour.ts';
import type { AttendeeView, RecordEventView, RecordEventWish } from './record-event-queries.ts';
import { useActivityWords } from './words.ts';

export interface RecordEventFormProps {
  /** Left out for a new one. */
  event?: RecordEventView;
  /** Rejects with what the server refused: the form stays open and says it. */
  onSave: (wish: RecordEventWish) => Promise<unknown>;
  onClose: () => void;
  onDelete?: () => void;
}

/** An event of a record, new or being changed; Enter saves, Esc leaves it. */
export function RecordEventForm(props: RecordEventFormProps) {
  const { event, onSave, onClose } = props;
  const t = useActivityWords();
  const titleField = useRef<HTMLInputElement>(null);
  const { form, attendees, setAttendees } = useForm(event, onSave, titleField);
  const { draft, edit, errors } = form;
  useEscape(onClose);
  useEffect(() => titleField.current?.focus(), []);
  return (
    <form
      noValidate
      aria-label={t(event ? 'events.change' : 'events.new')}
      className="mb-2 grid max-w-144 gap-3 rounded-r border border-line p-4"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void form.save();
      }}
    >
      <Field label={t('events.name')} error={errors.title} required>
        <Input ref={titleField} value={draft.title} maxLength={200} onChange={(title) => edit({ title })} />
      </Field>
      <EventWhen form={form} />
      <Field label={t('events.who')} hint={t('events.blocks')}>
        <AttendeePicker value={attendees} onChange={setAttendees} />
      </Field>
      <Foot {...props} refusal={errors.whole} busy={form.busy} />
    </form>
  );
}

function Foot(props: RecordEventFormProps & { refusal?: string; busy: boolean }) {
  const { event, refusal, busy, onClose, onDelete } = props;
  const t = useActivityWords();
  return (
    <>
      {refusal && (
        <Note tone="danger" alert>
          {refusal}
        </Note>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" size="m" type="submit" busy={busy}>
          {t(event ? 'events.save' : 'events.add')}
        </Button>
        <Button size="m" onClick={onClose}>
          {t('cancel')}
        </Button>
        {onDelete && (
          <IconButton
            icon={Trash2}
            size="m"
            label={t('events.delete')}
            onClick={onDelete}
            className="ms-auto"
          />
        )}
      </div>
    </>
  );
}

function useForm(
  event: RecordEventView | undefined,
  onSave: RecordEventFormProps['onSave'],
  titleField: RefObject<HTMLInputElement | null>,
) {
  const { member } = useMe();
  const { timeZone } = useReader();
  const [attendees, setAttendees] = useState<AttendeeView[]>(
    () => event?.attendees ?? [{ kind: 'member', id: member.id, name: member.name, email: member.email }],
  );
  const [times] = useState(() => event ?? nextHour(new Date()));
  const initial = { title: event?.title ?? '', start: times.start, end: times.end };
  const form = useEventForm(
    {
      initial: { ...initial, allDay: false, transparency: 'busy' },
      zones: { reader: timeZone, calendar: timeZone },
      onSave: ({ title, start, end }) => onSave({ title, start, end, attendees }),
    },
    titleField,
  );
  return { form, attendees, setAttendees };
}
