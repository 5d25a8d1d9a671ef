import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';

export interface Segment<Value extends string> {
  value: Value;
  /** With an icon the label is read aloud only. */
  label: string;
  icon?: LucideIcon;
  disabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  /** What is being chosen, read aloud. */
  label: string;
  items: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  className?: string;
}

const SEGMENT =
  'flex min-w-0 items-center gap-1.5 border-s border-line px-2.5 font-medium text-muted first:border-s-0 ' +
  'first:rounded-s-s last:rounded-e-s not-data-disabled:hover:bg-hover data-pressed:bg-press data-pressed:text-ink data-disabled:text-faint ' +
  'focus-visible:relative touch:min-w-(--touch) touch:justify-center ' +
  'forced-colors:data-pressed:bg-[Highlight] forced-colors:data-pressed:text-[HighlightText]';

/** "Mine | Everyone": one of two to four views of the same thing; one is always pressed. */
export function Segmented<Value extends string>({
  label,
  items,
  value,
  onChange,
  ...props
}: SegmentedProps<Value>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      disabled={props.disabled}
      onValueChange={([next]) => next && onChange(next)}
      className={classNames(
        'inline-flex h-(--control-s) max-w-full shrink-0 rounded-s border border-line-mid bg-bg touch:h-[calc(var(--touch)+2px)] max-phone:h-[calc(var(--touch)+2px)]',
        props.className,
      )}
    >
      {items.map(({ icon: Icon, ...item }) => (
        <Toggle
          key={item.value}
          value={item.value}
          disabled={item.disabled}
          aria-label={Icon ? item.label : undefined}
          className={SEGMENT}
        >
          {Icon ? (
            <Icon aria-hidden className="size-4" strokeWidth={1.75} />
          ) : (
            <span className="truncate">{item.label}</span>
          )}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
