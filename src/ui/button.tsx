import { Button as Base } from '@base-ui/react/button';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { buttonLook, type ButtonKind, type ButtonSize } from './button-look.ts';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Work goes on: the words stay, presses are ignored, the focus is kept. */
  busy?: boolean;
  shortcut?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

/** Says what it does; never wraps. */
export function Button({
  kind = 'plain',
  size = 's',
  busy = false,
  disabled,
  className,
  ...props
}: ButtonProps) {
  const { icon, shortcut, children, type = 'button', ...rest } = props;
  return (
    <Base
      {...rest}
      type={type}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonLook(kind, size, className)}
    >
      <ButtonWords icon={icon} shortcut={shortcut}>
        {children}
      </ButtonWords>
      {busy && <BusyLine />}
    </Base>
  );
}

export function ButtonWords(props: { icon?: LucideIcon; shortcut?: string; children: ReactNode }) {
  const Icon = props.icon;
  return (
    <>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />}
      <span className="truncate">{props.children}</span>
      {props.shortcut && <Kbd keys={props.shortcut} bare silent />}
    </>
  );
}

/** Lies on the lower edge, so that the words do not move. */
function BusyLine() {
  return (
    <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden">
      <span className="block h-full w-2/5 animate-slide bg-current" />
    </span>
  );
}
