import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { CHOICE, FRAME_HEIGHT, IN_PLACE, POPUP } from './surfaces.ts';

export interface SelectItem<Value extends string> {
  value: Value;
  label: string;
  /** A second line: what choosing it means. */
  hint?: string;
  /** Before the label: an icon or an avatar. */
  mark?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  items: readonly SelectItem<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  size?: 's' | 'm';
  disabled?: boolean;
  readOnly?: boolean;
  name?: string;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

const TRIGGER =
  'flex w-full min-w-0 items-center gap-2 rounded-s border border-line-strong bg-bg text-start ' +
  'data-popup-open:bg-hover data-disabled:border-line-mid data-disabled:bg-side data-disabled:text-faint ' +
  'data-readonly:border-line-mid data-readonly:bg-side data-invalid:border-danger';

/** One of a few known choices; typing a letter jumps to it. */
export function Select<Value extends string>({
  items,
  value,
  onChange,
  size = 'm',
  ref,
  ...props
}: SelectProps<Value>) {
  const field = useField();
  return (
    <Base.Root
      items={items as SelectItem<Value>[]}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      modal={false}
      name={props.name}
      disabled={props.disabled}
      readOnly={props.readOnly ?? field.readOnly}
    >
      <Base.Trigger
        ref={ref}
        {...named(props['aria-label'])}
        aria-required={field.required || undefined}
        className={classNames(TRIGGER, FRAME_HEIGHT[size], IN_PLACE, props.className)}
      >
        <Base.Value
          placeholder={props.placeholder}
          className="min-w-0 flex-1 truncate data-placeholder:text-faint"
        />
        <Base.Icon data-end className="shrink-0 text-faint">
          <ChevronDown aria-hidden className="size-4" strokeWidth={1.75} />
        </Base.Icon>
      </Base.Trigger>
      <SelectList items={items} />
    </Base.Root>
  );
}

/** A name of its own goes before that of the field around it, which another control may have. */
function named(label: string | undefined) {
  return label === undefined ? {} : { 'aria-label': label, 'aria-labelledby': undefined };
}

function SelectList<Value extends string>({ items }: { items: readonly SelectItem<Value>[] }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} alignItemWithTrigger={false} className="z-50">
        <Base.Popup
          className={classNames(
            POPUP,
            'max-w-[min(var(--available-width),max(var(--anchor-width),28rem))] min-w-(--anchor-width)',
          )}
        >
          <Base.List className="scroll-pane max-h-[min(24rem,var(--available-height))] p-1">
            {items.map((item) => (
              <Base.Item key={item.value} value={item.value} disabled={item.disabled} className={CHOICE}>
                <SelectChoice item={item} />
              </Base.Item>
            ))}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function SelectChoice<Value extends string>({ item }: { item: SelectItem<Value> }) {
  return (
    <>
      {item.mark}
      <span className="min-w-0 flex-1">
        <Base.ItemText className="block truncate">{item.label}</Base.ItemText>
        {item.hint && <span className="block text-12 text-faint">{item.hint}</span>}
      </span>
      <span className="size-4 shrink-0">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4" strokeWidth={1.75} />
        </Base.ItemIndicator>
      </span>
    </>
  );
}
