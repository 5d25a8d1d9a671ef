import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import { classNames } from './class-names.ts';
import { POPUP } from './surfaces.ts';

export interface TooltipProps {
  /** Says more than the trigger's own name; the trigger must be named without it. */
  text: ReactNode;
  shortcut?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  /** A button or a link: what cannot be focused shows no tooltip to the keyboard. */
  children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} data-tip="" className="z-60">
          <Base.Popup
            data-tip=""
            className={classNames(POPUP, 'flex max-w-72 items-center gap-2 px-2 py-1 text-12 wrap-anywhere')}
          >
            {text}
            {shortcut && <Kbd keys={shortcut} silent />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
