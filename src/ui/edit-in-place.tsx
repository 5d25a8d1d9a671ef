import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';
import { TypedProblem } from './typed-input.tsx';

export interface EditInPlaceProps {
  /** What the value is, read aloud: "Phone". */
  label: string;
  value: string;
  /** Saves it. A text that comes back says why the value is refused; it then stays open with that reason. */
  onSave: (value: string) => Promise<string | void>;
  /** How the value is written when it is not being edited. */
  children?: ReactNode;
  /** Said when there is none. */
  placeholder?: string;
  type?: 'text' | 'tel' | 'email' | 'url';
  /** Proposed while one types; anything else may be written. */
  options?: readonly string[];
  readOnly?: boolean;
  className?: string;
}

const SAME_PLACE =
  '-mx-2 block min-h-7 w-[calc(100%+1rem)] min-w-0 rounded-xs px-2 py-1 text-start touch:min-h-(--touch)';

/** A value is a button: press, Enter or F2 opens it at its own size; Enter saves, Tab saves and goes on, Esc restores. */
export function EditInPlace(props: EditInPlaceProps) {
  const { label, value, children, readOnly = false, className } = props;
  const t = usePartWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = value === '' ? (props.placeholder ?? t('parts.notSet')) : (children ?? <bdi>{value}</bdi>);
  const look = classNames(SAME_PLACE, 'truncate', value === '' && 'text-faint', className);
  if (readOnly) return <span className={look}>{shown}</span>;
  const close = (giveBack: boolean) => {
    setOpen(false);
    if (giveBack) requestAnimationFrame(() => button.current?.focus());
  };
  if (open) return <Editor {...props} onClose={close} />;
  return (
    <button
      ref={button}
      type="button"
      title={value || undefined}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => event.key === 'F2' && setOpen(true)}
      className={classNames(look, 'cursor-text hover:bg-hover')}
    >
      <span className="sr-only">{t('parts.edit', { name: label })} </span>
      {shown}
    </button>
  );
}

function Editor(props: EditInPlaceProps & { onClose: (giveBack: boolean) => void }) {
  const { text, reason, busy, setText, save } = useEditing(props);
  const reasonId = useId();
  const optionsId = useId();
  const { options = [] } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save(true);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    props.onClose(true);
  };
  return (
    <span className="block min-w-0">
      <input
        ref={selectAll}
        dir="auto"
        type={props.type ?? 'text'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save(false)}
        readOnly={busy}
        list={options.length > 0 ? optionsId : undefined}
        aria-label={props.label}
        aria-busy={busy || undefined}
        aria-invalid={reason !== null || undefined}
        aria-describedby={reason === null ? undefined : reasonId}
        className={classNames(SAME_PLACE, 'bg-bg shadow-focus focus-visible:rounded-xs touch:text-16')}
      />
      <Proposed id={optionsId} options={options} />
      <TypedProblem id={reasonId}>{reason}</TypedProblem>
    </span>
  );
}

function Proposed({ id, options }: { id: string; options: readonly string[] }) {
  if (options.length === 0) return null;
  return (
    <datalist id={id}>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </datalist>
  );
}

function useEditing({ value, onSave, onClose }: EditInPlaceProps & { onClose: (giveBack: boolean) => void }) {
  const t = usePartWords();
  const [text, setText] = useState(value);
  const [refusal, setRefusal] = useState<{ text: string; reason: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (giveBack: boolean) => {
    const next = text.trim();
    // What was refused is not asked again by merely leaving it.
    if (busy || (!giveBack && refusal?.text === next)) return;
    if (next === value) return onClose(giveBack);
    setBusy(true);
    const reason = await onSave(next).catch(() => t('parts.notSaved'));
    setBusy(false);
    if (reason) setRefusal({ text: next, reason });
    else onClose(giveBack);
  };
  return { text, setText, busy, save, reason: refusal?.reason ?? null };
}

/** The reader asked for this field and for nothing else. */
function selectAll(input: HTMLInputElement | null): void {
  if (!input || input === document.activeElement) return;
  input.focus();
  input.select();
}
