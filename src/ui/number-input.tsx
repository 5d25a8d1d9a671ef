import { NumberField } from '@base-ui/react/number-field';
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
  size?: 's' | 'm';
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A figure with its unit; arrows step, Shift with arrows in tens. */
export function NumberInput({
  value,
  onChange,
  onCommit,
  unit,
  size = 'm',
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
      onValueChange={(next) => onChange(next)}
      onValueCommitted={onCommit && ((next) => onCommit(next))}
    >
      <NumberField.Group className={classNames(FRAME, FRAME_HEIGHT[size], className)}>
        <NumberField.Input
          ref={ref}
          placeholder={placeholder}
          aria-label={label}
          aria-required={field.required || undefined}
          className={classNames(BARE, 'tabular h-full w-8')}
        />
        {unit && <span className="shrink-0 text-faint">{unit}</span>}
      </NumberField.Group>
    </NumberField.Root>
  );
}
