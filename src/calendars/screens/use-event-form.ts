import { type RefObject, useState } from 'react';
import { RequestProblem } from '#ui/request.ts';
import { draftFrom, type EventDraft, type EventFields, type EventZones, fieldsFrom } from './event-draft.ts';
import { useEventWords } from './words.ts';

export interface EventFormStart {
  initial: EventFields;
  zones: EventZones;
  /** Rejects with what the server refused: the form stays open and says it. */
  onSave: (fields: EventFields) => Promise<unknown>;
  /** Told when something was typed, so that it is not lost by accident. */
  onTyped?: () => void;
}

/** What is being written, what is wrong with it, and what saving it does. */
export function useEventForm(
  { initial, zones, onSave, onTyped }: EventFormStart,
  titleField: RefObject<HTMLInputElement | null>,
) {
  const t = useEventWords();
  const [draft, setDraft] = useState(() => draftFrom(initial, zones));
  const [errors, setErrors] = useState<{ title?: string; end?: string; whole?: string }>({});
  const [busy, setBusy] = useState(false);
  const edit = (changes: Partial<EventDraft> | ((now: EventDraft) => EventDraft)) => {
    setDraft((now) => (typeof changes === 'function' ? changes(now) : { ...now, ...changes }));
    setErrors({});
    onTyped?.();
  };
  const save = async () => {
    const fields = fieldsFrom(draft, zones);
    if ('wrong' in fields) {
      setErrors({ [fields.wrong]: t(`wrong.${fields.wrong}`) });
      if (fields.wrong === 'title') titleField.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await onSave(fields);
    } catch (error) {
      setErrors(errorsOf(error, t('wrong.failed')));
    } finally {
      setBusy(false);
    }
  };
  return { draft, edit, errors, busy, save };
}

export type EventFormState = ReturnType<typeof useEventForm>;

function errorsOf(error: unknown, failed: string) {
  if (!(error instanceof RequestProblem) || error.status === 0 || error.status >= 500)
    return { whole: failed };
  const at = (path: string) => error.errors.find((one) => one.path === path)?.message;
  const found = { title: at('title'), end: at('end') ?? at('start') };
  return found.title || found.end ? found : { whole: error.message };
}
