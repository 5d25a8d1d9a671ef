import { Button as Base } from '@base-ui/react/button';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, Ref } from 'react';
import { iconButtonLook, type ButtonKind, type ButtonSize } from './button-look.ts';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  icon: LucideIcon;
  /** What it does; also shown when pointed at. */
  label: string;
  kind?: ButtonKind;
  size?: ButtonSize;
  shortcut?: string;
  busy?: boolean;
  side?: TooltipProps['side'];
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon: Icon, label, kind = 'quiet', size = 's', ...props }: IconButtonProps) {
  const { shortcut, side, busy = false, disabled, className, ...rest } = props;
  return (
    <Tooltip text={label} shortcut={shortcut} side={side}>
      <Base
        type="button"
        {...rest}
        aria-label={label}
        aria-busy={busy || undefined}
        disabled={disabled || busy}
        focusableWhenDisabled
        className={iconButtonLook(kind, size, className)}
      >
        <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      </Base>
    </Tooltip>
  );
}
