import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';

export interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
  /** Without words give an `aria-label`. */
  children?: ReactNode;
  hint?: ReactNode;
  name?: string;
  disabled?: boolean;
  readOnly?: boolean;
  invalid?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLElement>;
}

const BOX =
  'grid size-4 shrink-0 place-items-center rounded-xs border border-line-strong bg-bg text-on-accent ' +
  'data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent ' +
  'data-disabled:border-line-mid data-disabled:bg-press data-disabled:text-faint aria-invalid:border-danger ' +
  'forced-colors:data-checked:bg-[Highlight]';

export function Checkbox({ checked, onChange, mixed, children, hint, className, ...props }: CheckboxProps) {
  const { invalid, ...rest } = props;
  const box = (
    <Base.Root
      {...rest}
      checked={checked}
      indeterminate={mixed}
      onCheckedChange={(next) => onChange(next)}
      aria-invalid={invalid || undefined}
      className={BOX}
    >
      <Base.Indicator className="data-unchecked:hidden">
        {mixed ? (
          <Minus aria-hidden className="size-3" strokeWidth={2.5} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={2.5} />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  return (
    <Labelled disabled={rest.disabled} hint={hint} words={children} className={className}>
      {box}
    </Labelled>
  );
}

/** A small control, its words and its hint: all of it can be pressed. */
export function Labelled(props: {
  words?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <label
      className={classNames(
        'flex min-w-0 items-start gap-2 py-1.5 touch:min-h-(--touch) touch:min-w-(--touch) touch:py-3',
        props.disabled ? 'text-faint' : 'cursor-pointer',
        !props.words && 'inline-flex py-0 touch:items-center touch:justify-center',
        props.className,
      )}
    >
      <span className={props.words ? 'mt-0.5 flex' : 'flex'}>{props.children}</span>
      {props.words && (
        <span className="min-w-0">
          <span className="block wrap-anywhere">{props.words}</span>
          {props.hint && <span className="block text-12 wrap-anywhere text-faint">{props.hint}</span>}
        </span>
      )}
    </label>
  );
}
