import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

export interface SavedTextProps {
  label: ReactNode;
  /** As it is kept. */
  value: string;
  /** False: it was not kept; what was typed stays to be mended. */
  onSave: (text: string) => Promise<boolean>;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  readOnly?: boolean;
  prefix?: string;
  maxLength?: number;
  autoComplete?: string;
  type?: 'text' | 'email' | 'url';
  placeholder?: string;
  /** Told while typing, for what shows a preview. */
  onDraft?: (text: string) => void;
}

/** A line of text that saves itself: when it is left, or by Enter. Esc brings back what is kept. */
export function SavedText({
  label,
  value,
  onSave,
  hint,
  error,
  required,
  readOnly,
  onDraft,
  ...input
}: SavedTextProps) {
  const { draft, change, keep, onKeyDown } = useDraft({ value, onSave, onDraft });
  return (
    <Field
      label={label}
      hint={hint}
      error={draft === null ? undefined : error}
      required={required}
      readOnly={readOnly}
    >
      <Input
        {...input}
        value={draft ?? value}
        onChange={change}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}

function useDraft({ value, onSave, onDraft }: Pick<SavedTextProps, 'value' | 'onSave' | 'onDraft'>) {
  const [draft, setDraft] = useState<string | null>(null);
  const change = (text: string | null) => {
    setDraft(text);
    onDraft?.(text ?? value);
  };
  const underWay = useRef<string | null>(null);
  const keep = async () => {
    // Enter saves, and a question that opens takes the focus away: the same text is sent once.
    if (draft === null || underWay.current === draft) return;
    underWay.current = draft;
    const text = draft.trim();
    if (text === value || (await onSave(text))) setDraft((now) => (now === draft ? null : now));
    underWay.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    // What is being saved is asked about elsewhere: an Esc meant for that question may still arrive here.
    if (event.key !== 'Escape' || draft === null || underWay.current !== null) return;
    event.preventDefault();
    change(null);
  };
  return { draft, change, keep, onKeyDown };
}
