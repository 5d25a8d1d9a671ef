import { Field } from '@base-ui/react/field';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup as Base } from '@base-ui/react/radio-group';
import type { ReactNode, Ref } from 'react';
import { Labelled } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';

export interface RadioItem<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  items: readonly RadioItem<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  name?: string;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}

const RING =
  'grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-bg focus-visible:rounded-full ' +
  'data-checked:border-[0.3125rem] data-checked:border-accent data-disabled:border-line-mid ' +
  'forced-colors:data-checked:border-[Highlight]';

/** A few choices that should all be read before one is made. */
export function RadioGroup<Value extends string>({
  items,
  value,
  onChange,
  className,
  ...props
}: RadioGroupProps<Value>) {
  const field = useField();
  return (
    <Base
      readOnly={field.readOnly}
      {...props}
      value={value}
      onValueChange={(next) => next && onChange(next)}
      aria-required={field.required || undefined}
      className={classNames('flex flex-col', className)}
    >
      {items.map((item) => (
        <OneOf key={item.value} inField={field.isField} disabled={item.disabled}>
          <Labelled words={item.label} hint={item.hint} disabled={props.disabled || item.disabled}>
            <Radio.Root value={item.value} disabled={item.disabled} className={RING} />
          </Labelled>
        </OneOf>
      ))}
    </Base>
  );
}

/** Within a field each would otherwise be called what the whole group is called. */
function OneOf(props: { inField: boolean; disabled?: boolean; children: ReactNode }) {
  const { inField, disabled, children } = props;
  return inField ? <Field.Item disabled={disabled}>{children}</Field.Item> : children;
}
