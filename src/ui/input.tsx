import { Field } from '@base-ui/react/field';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { BARE, FRAME, FRAME_HEIGHT } from './surfaces.ts';

export interface InputProps extends Omit<
  ComponentProps<'input'>,
  'size' | 'className' | 'onChange' | 'value' | 'defaultValue' | 'color'
> {
  size?: 's' | 'm';
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  icon?: LucideIcon;
  /** Before the text: 'https://'. */
  prefix?: string;
  /** After the text: a unit, a key, a button. */
  suffix?: ReactNode;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text, inside a Field or with an `aria-label`. Text runs the way its own letters do. */
export function Input({ size = 'm', icon: Icon, prefix, suffix, className, onChange, ...props }: InputProps) {
  const field = useField();
  return (
    <span className={classNames(FRAME, FRAME_HEIGHT[size], className)}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />}
      {prefix && <span className="shrink-0 text-faint">{prefix}</span>}
      <Field.Control
        dir="auto"
        readOnly={field.readOnly}
        aria-required={field.required || undefined}
        {...props}
        onValueChange={onChange && ((value) => onChange(value))}
        className={classNames(BARE, 'h-full text-ellipsis')}
      />
      {suffix && <span className="flex shrink-0 items-center text-faint">{suffix}</span>}
    </span>
  );
}
