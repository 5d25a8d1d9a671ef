import { Plus, X } from 'lucide-react';
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { newOption, type DraftOption } from './custom-field-draft.ts';
import { useFieldWords } from './words.ts';

export interface CustomOptionsProps {
  options: readonly DraftOption[];
  onChange: (options: DraftOption[]) => void;
  /** Why they were refused. */
  error?: string;
}

/** The choices of a field: Enter goes on to the next, a list that is pasted becomes one choice a line. */
export function CustomOptions({ options, onChange, error }: CustomOptionsProps) {
  const t = useFieldWords();
  const { pane, focusOn } = useFocusOnNew();
  const put = (at: number, gone: number, labels: readonly string[]) => {
    const fresh = labels.map((label) => newOption(label));
    focusOn(fresh.at(-1)?.id);
    onChange(options.toSpliced(at, gone, ...fresh));
  };
  /** To the next one, made where there is none that waits to be written. */
  const goOn = (at: number) => {
    const next = options[at + 1];
    if (next?.label === '') pane.current?.querySelector<HTMLElement>(inputOf(next.id))?.focus();
    else put(at + 1, 0, ['']);
  };
  return (
    <fieldset ref={pane} className="min-w-0">
      <legend className="mb-1 font-medium">{t('custom.choices')}</legend>
      <OptionRows options={options} onChange={onChange} onNext={goOn} put={put} />
      {error && (
        <p role="alert" className="mt-1 text-12 wrap-anywhere text-danger">
          {error}
        </p>
      )}
      <Button icon={Plus} className="mt-2" onClick={() => put(options.length, 0, [''])}>
        {t('custom.addChoice')}
      </Button>
    </fieldset>
  );
}

const inputOf = (id: string) => `[data-option="${CSS.escape(id)}"] input`;

/** A row that was just made takes the focus. */
function useFocusOnNew() {
  const pane = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    pane.current?.querySelector<HTMLElement>(inputOf(wanted.current))?.focus();
    wanted.current = null;
  });
  const focusOn = (id = '') => {
    wanted.current = id || null;
  };
  return { pane, focusOn };
}

type OptionRowsProps = Pick<CustomOptionsProps, 'options' | 'onChange'> & {
  onNext: (at: number) => void;
  /** New choices at a place, instead of as many as go. */
  put: (at: number, gone: number, labels: readonly string[]) => void;
};

function OptionRows({ options, onChange, onNext, put }: OptionRowsProps) {
  const t = useFieldWords();
  if (options.length === 0) return null;
  return (
    <ReorderRows
      items={options}
      keyOf={({ id }) => id}
      fixed={options.length < 2}
      gripLabel={({ label }) => t('move', { name: label })}
      placeLabel={({ label }, index) => t('place', { name: label, place: index + 1, count: options.length })}
      onMove={onChange}
      row={(option, at) => (
        <OptionRow
          option={option}
          place={at + 1}
          onChange={(label) => onChange(options.with(at, { ...option, label }))}
          onRemove={() => onChange(options.toSpliced(at, 1))}
          onNext={() => onNext(at)}
          onPaste={(labels) => (option.label === '' ? put(at, 1, labels) : put(at + 1, 0, labels))}
        />
      )}
    />
  );
}

interface OptionRowProps {
  option: DraftOption;
  place: number;
  onChange: (label: string) => void;
  onRemove: () => void;
  onNext: () => void;
  onPaste: (labels: string[]) => void;
}

function OptionRow({ option, place, ...acts }: OptionRowProps) {
  const t = useFieldWords();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    acts.onNext();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim());
    const labels = lines.filter(Boolean);
    if (labels.length < 2) return;
    event.preventDefault();
    acts.onPaste(labels);
  };
  return (
    <div data-option={option.id} className="flex min-w-0 flex-1 items-center gap-2 py-1">
      <Input
        aria-label={t('custom.choiceAt', { place })}
        placeholder={t('custom.choiceAt', { place })}
        maxLength={80}
        value={option.label}
        onChange={acts.onChange}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <IconButton
        icon={X}
        label={t('remove', { name: option.label || t('custom.choiceAt', { place }) })}
        onClick={acts.onRemove}
      />
    </div>
  );
}
