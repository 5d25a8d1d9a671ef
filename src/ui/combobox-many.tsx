import { Combobox as Base } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type Ref, type RefObject } from 'react';
import { ChoiceList } from './choice-list.tsx';
import { escapeKeeps, matches, sameChoice, type Choice, type ChoiceSource } from './choices.ts';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { usePartWords } from './parts-words.ts';
import { BARE, FRAME, IN_PLACE_TALL } from './surfaces.ts';

export interface ComboboxManyProps<Item extends Choice> extends ChoiceSource<Item> {
  value: readonly Item[];
  onChange: (value: Item[]) => void;
  placeholder?: string;
  empty?: ReactNode;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Several of many; the chosen stand in the field, Backspace takes the last away. */
export function ComboboxMany<Item extends Choice>(props: ComboboxManyProps<Item>) {
  const { items, onSearch, value, onChange } = props;
  const field = useField();
  const frame = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      multiple
      items={items}
      filter={onSearch ? null : matches}
      value={value}
      onValueChange={(next: Item[], details) => escapeKeeps(details) || onChange(next)}
      onInputValueChange={(text, details) => escapeKeeps(details) || onSearch?.(text)}
      isItemEqualToValue={sameChoice}
      itemToStringLabel={(item: Choice) => item.label}
      disabled={props.disabled}
      readOnly={props.readOnly ?? field.readOnly}
      autoHighlight
    >
      <ChosenField {...props} frame={frame} required={field.required} />
      <ChoiceList searching={props.searching} empty={props.empty} anchor={frame} />
    </Base.Root>
  );
}

interface ChosenFieldProps extends Omit<ComboboxManyProps<Choice>, 'onChange'> {
  frame: RefObject<HTMLDivElement | null>;
  required: boolean;
}

function ChosenField({ frame, value, required, placeholder, className, ref, ...props }: ChosenFieldProps) {
  return (
    <Base.InputGroup
      ref={frame}
      className={classNames(
        FRAME,
        'min-h-(--control) px-1 py-0.75 touch:min-h-(--touch)',
        IN_PLACE_TALL,
        className,
      )}
    >
      <Base.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
        {value.map((item) => (
          <ChosenChip key={item.value} item={item} />
        ))}
        <Base.Input
          ref={ref}
          dir="auto"
          placeholder={value.length > 0 ? undefined : placeholder}
          aria-label={props['aria-label']}
          aria-required={required || undefined}
          className={classNames(
            BARE,
            'h-6 min-w-20 px-1.5 in-data-in-place:px-0 in-data-in-place:not-focus:min-w-4 touch:h-9',
          )}
        />
      </Base.Chips>
    </Base.InputGroup>
  );
}

function ChosenChip({ item }: { item: Choice }) {
  const t = usePartWords();
  return (
    <Base.Chip className="flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-xs bg-press ps-1.5 text-12 font-medium touch:h-9">
      {item.mark}
      <span dir="auto" className="truncate">
        {item.label}
      </span>
      <Base.ChipRemove
        aria-label={t('parts.removeNamed', { name: item.label })}
        className="grid h-full w-6 shrink-0 place-items-center rounded-xs text-faint hover:text-ink touch:w-9"
      >
        <X aria-hidden className="size-3" strokeWidth={2} />
      </Base.ChipRemove>
    </Base.Chip>
  );
}
