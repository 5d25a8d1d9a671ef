import { Combobox as Base } from '@base-ui/react/combobox';
import { ChevronDown, X } from 'lucide-react';
import { useState, type ReactNode, type Ref } from 'react';
import { ChoiceList } from './choice-list.tsx';
import { escapeKeeps, matches, sameChoice, type Choice, type ChoiceSource } from './choices.ts';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { BARE, FRAME, FRAME_HEIGHT, IN_PLACE } from './surfaces.ts';

export interface ComboboxProps<Item extends Choice> extends ChoiceSource<Item> {
  value: Item | null;
  onChange: (value: Item | null) => void;
  placeholder?: string;
  /** Said when nothing fits; what to do instead. */
  empty?: ReactNode;
  size?: 's' | 'm';
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One of many: typing narrows the list. */
export function Combobox<Item extends Choice>({
  items,
  onSearch,
  value,
  onChange,
  ref,
  ...props
}: ComboboxProps<Item>) {
  const field = useField();
  const steady = useSteady(value);
  return (
    <Base.Root
      items={items}
      filter={onSearch ? null : matches}
      value={steady}
      onValueChange={(next: Choice | null, details) => escapeKeeps(details) || onChange(next as Item | null)}
      onInputValueChange={(text, details) => {
        if (!escapeKeeps(details) && details.reason !== 'item-press') onSearch?.(text);
      }}
      isItemEqualToValue={sameChoice}
      itemToStringLabel={(item: Choice) => item.label}
      disabled={props.disabled}
      readOnly={props.readOnly ?? field.readOnly}
      autoHighlight
    >
      <ComboboxFrame {...props} inputRef={ref} mark={steady?.mark} />
      <ChoiceList searching={props.searching} empty={props.empty} />
    </Base.Root>
  );
}

type FrameProps = Pick<ComboboxProps<Choice>, 'size' | 'placeholder' | 'aria-label' | 'className'> & {
  inputRef?: Ref<HTMLInputElement>;
  mark?: ReactNode;
};

function ComboboxFrame({ inputRef, mark, size = 'm', placeholder, className, ...props }: FrameProps) {
  const field = useField();
  return (
    <Base.InputGroup className={classNames(FRAME, FRAME_HEIGHT[size], IN_PLACE, className)}>
      {/* Among values a person is seen as elsewhere on the page. */}
      {mark && <span className="hidden shrink-0 in-data-in-place:block">{mark}</span>}
      <Base.Input
        ref={inputRef}
        dir="auto"
        placeholder={placeholder}
        aria-label={props['aria-label']}
        aria-required={field.required || undefined}
        className={classNames(BARE, 'h-full text-ellipsis')}
      />
      <ComboboxButtons />
    </Base.InputGroup>
  );
}

/**
 * The same object for as long as it is the same choice. Another one would count as chosen anew, and what is being typed
 * would give way to its label whenever the page is drawn again.
 */
function useSteady<Item extends Choice>(value: Item | null): Item | null {
  const [kept, setKept] = useState(value);
  const isKept = kept?.value === value?.value && kept?.label === value?.label;
  if (!isKept) setKept(value);
  return isKept ? kept : value;
}

const TINY =
  'grid size-6 shrink-0 place-items-center rounded-xs text-faint hover:bg-hover touch:h-full touch:w-9';

function ComboboxButtons() {
  const t = usePartWords();
  return (
    <span data-end className="-me-1.5 flex h-full shrink-0 items-center">
      <Base.Clear aria-label={t('parts.clear')} className={TINY}>
        <X aria-hidden className="size-3.5" strokeWidth={1.75} />
      </Base.Clear>
      <Base.Trigger aria-label={t('parts.showAll')} className={TINY}>
        <ChevronDown aria-hidden className="size-4" strokeWidth={1.75} />
      </Base.Trigger>
    </span>
  );
}
