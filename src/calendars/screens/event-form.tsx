import { Trash2 } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { EventWhen } from './event-when.tsx';
import { type EventFormStart, type EventFormState, useEventForm } from './use-event-form.ts';
import { useEventWords } from './words.ts';

export interface EventFormProps extends EventFormStart {
  /** Whether it stands in the calendar already. */
  isNew: boolean;
  onDelete?: () => void;
  /** Where writing begins. */
  titleField: RefObject<HTMLInputElement | null>;
  /** What else could be done with that time: a booking. */
  instead?: ReactNode;
}

const LONGEST_TITLE = 200;

/** One event of a built-in calendar, new or being changed; Enter saves. */
export function EventForm({ isNew, onDelete, instead, titleField, ...start }: EventFormProps) {
  const t = useEventWords();
  const form = useEventForm(start, titleField);
  const { draft, edit, errors } = form;
  return (
    <form
      noValidate
      aria-label={t(isNew ? 'new' : 'change')}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Field label={t('title')} error={errors.title} required>
        <Input
          ref={titleField}
          value={draft.title}
          maxLength={LONGEST_TITLE}
          placeholder={t('titleHint')}
          onChange={(title) => edit({ title })}
        />
      </Field>
      <EventWhen form={form} />
      <Blocking form={form} />
      {errors.whole && (
        <p role="alert" className="wrap-anywhere text-danger">
          {errors.whole}
        </p>
      )}
      <Foot form={form} isNew={isNew} onDelete={onDelete} instead={instead} />
    </form>
  );
}

/** Whether it keeps its owner busy, and whether for whole days. */
function Blocking({ form: { draft, edit } }: { form: EventFormState }) {
  const t = useEventWords();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Segmented
        label={t('blocks')}
        items={[
          { value: 'busy', label: t('busy') },
          { value: 'free', label: t('free') },
        ]}
        value={draft.transparency}
        onChange={(transparency) => edit({ transparency })}
      />
      <Checkbox checked={draft.allDay} onChange={(allDay) => edit({ allDay })}>
        {t('allDay')}
      </Checkbox>
    </div>
  );
}

function Foot(props: Pick<EventFormProps, 'isNew' | 'onDelete' | 'instead'> & { form: EventFormState }) {
  const t = useEventWords();
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      {props.onDelete && <IconButton icon={Trash2} size="m" label={t('delete')} onClick={props.onDelete} />}
      {props.instead}
      <Button kind="primary" size="m" type="submit" busy={props.form.busy} className="ms-auto">
        {t(props.isNew ? 'add' : 'save')}
      </Button>
    </div>
  );
}
