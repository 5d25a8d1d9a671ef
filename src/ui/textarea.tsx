import { Field } from '@base-ui/react/field';
import type { ComponentProps, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { BARE, FRAME } from './surfaces.ts';

export interface TextareaProps extends Omit<
  ComponentProps<'textarea'>,
  'className' | 'onChange' | 'value' | 'defaultValue'
> {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  className?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines; grows with its text up to half a screen. */
export function Textarea({
  rows = 3,
  className,
  onChange,
  defaultValue,
  value,
  ref,
  ...props
}: TextareaProps) {
  const field = useField();
  return (
    <span className={classNames(FRAME, className)}>
      <Field.Control
        value={value}
        defaultValue={defaultValue}
        disabled={props.disabled}
        onValueChange={onChange && ((text) => onChange(text))}
        render={
          <textarea
            ref={ref}
            dir="auto"
            rows={rows}
            readOnly={field.readOnly}
            aria-required={field.required || undefined}
            {...props}
            className={classNames(BARE, 'field-sizing-content max-h-[50vh] resize-y px-2.5 py-1.5')}
          />
        }
      />
    </span>
  );
}
