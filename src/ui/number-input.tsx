import { NumberField } from '@base-ui/react/number-field';
import { Minus, Plus, type LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { BARE, FRAME, FRAME_HEIGHT } from './surfaces.ts';
import { useLanguage } from './words.tsx';

export interface NumberInputProps {
  /** Nothing typed is null. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** After the value has settled: left, Enter, an arrow released. */
  onCommit?: (value: number | null) => void;
  /** 'hours', 'min', 'days ahead'. */
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
  /** A port or a year is a name made of digits: 1143, never 1,143. */
  plain?: boolean;
  size?: 's' | 'm';
  /** Buttons on either side, by what they do: 'Less for Anna', 'More for Anna'. */
  steps?: { less: string; more: string };
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

const PLAIN: Intl.NumberFormatOptions = { useGrouping: false };

/** A figure with its unit; arrows step, Shift with arrows in tens. */
export function NumberInput({
  value,
  onChange,
  onCommit,
  unit,
  plain,
  size = 'm',
  steps,
  className,
  ...props
}: NumberInputProps) {
  const field = useField();
  const { ref, placeholder, 'aria-label': label, ...limits } = props;
  return (
    <NumberField.Root
      readOnly={field.readOnly}
      {...limits}
      value={value}
      locale={useLanguage()}
      format={plain ? PLAIN : undefined}
      onValueChange={(next) => onChange(next)}
      onValueCommitted={onCommit && ((next) => onCommit(next))}
    >
      <NumberField.Group className={classNames(FRAME, FRAME_HEIGHT[size], steps && 'gap-1', className)}>
        {steps && <Step of={NumberField.Decrement} label={steps.less} icon={Minus} className="-ms-1.5" />}
        <NumberField.Input
          ref={ref}
          placeholder={placeholder}
          aria-label={label}
          aria-required={field.required || undefined}
          className={classNames(BARE, 'tabular h-full w-8', steps && 'text-end')}
        />
        {unit && <span className="shrink-0 text-faint">{unit}</span>}
        {steps && <Step of={NumberField.Increment} label={steps.more} icon={Plus} className="-me-1.5" />}
      </NumberField.Group>
    </NumberField.Root>
  );
}

interface StepProps {
  of: typeof NumberField.Increment;
  label: string;
  icon: LucideIcon;
  className: string;
}

function Step({ of: Button, label, icon: Icon, className }: StepProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      className={classNames(
        'grid size-6 shrink-0 place-items-center rounded-xs text-muted hover:bg-hover data-disabled:text-faint',
        'touch:h-full touch:w-9',
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
    </Button>
  );
}
