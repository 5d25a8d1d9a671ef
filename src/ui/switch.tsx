import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode, Ref } from 'react';
import { Labelled } from './checkbox.tsx';

export interface SwitchProps {
  checked: boolean;
  /** Takes effect at once; what needs a "Save" is a checkbox. */
  onChange: (checked: boolean) => void;
  children?: ReactNode;
  hint?: ReactNode;
  name?: string;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  'aria-busy'?: boolean;
  className?: string;
  ref?: Ref<HTMLElement>;
}

const TRACK =
  'flex h-4 w-7 shrink-0 items-center rounded-full bg-line-strong p-0.5 outline-1 -outline-offset-1 outline-transparent ' +
  'transition-colors duration-(--fast) focus-visible:rounded-full data-checked:bg-accent data-disabled:bg-line-mid ' +
  'forced-colors:data-checked:bg-[Highlight]';

const KNOB =
  'size-3 rounded-full bg-bg transition-transform duration-(--fast) data-checked:translate-x-3 ' +
  'rtl:data-checked:-translate-x-3 forced-colors:bg-[CanvasText]';

export function Switch({ checked, onChange, children, hint, className, ...props }: SwitchProps) {
  return (
    <Labelled words={children} hint={hint} disabled={props.disabled} className={className}>
      <Base.Root {...props} checked={checked} onCheckedChange={(next) => onChange(next)} className={TRACK}>
        <Base.Thumb className={KNOB} />
      </Base.Root>
    </Labelled>
  );
}
