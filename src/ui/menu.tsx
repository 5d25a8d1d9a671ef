import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { CHOICE, POPUP } from './surfaces.ts';

export interface MenuProps {
  /** The button that opens it: `<IconButton icon={Ellipsis} label="More" />`. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top' | 'right';
  /** It was asked for before it was there. */
  defaultOpen?: boolean;
  /** Where the focus goes when it closes, if not back to its button. */
  finalFocus?: () => HTMLElement;
  /** MenuItem, MenuLink, MenuCheck, MenuGroup, MenuLine. */
  children: ReactNode;
}

export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  defaultOpen,
  finalFocus,
  children,
}: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            finalFocus={finalFocus}
            className={classNames(
              POPUP,
              'scroll-pane max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-44 p-1',
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface EntryProps {
  icon?: LucideIcon;
  shortcut?: string;
  children: ReactNode;
}

export interface MenuItemProps extends EntryProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ onSelect, danger, disabled, ...entry }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(CHOICE, danger && !disabled && 'text-danger')}
    >
      <Entry {...entry} />
    </Base.Item>
  );
}

/** Goes somewhere: `<MenuLink render={<Link to="…" />}>`. */
export function MenuLink({ render, ...entry }: EntryProps & { render: ReactElement }) {
  return (
    <Base.LinkItem render={render} closeOnClick className={CHOICE}>
      <Entry {...entry} />
    </Base.LinkItem>
  );
}

export function MenuCheck(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={props.checked}
      onCheckedChange={(next) => props.onChange(next)}
      className={CHOICE}
    >
      <span className="size-4 shrink-0">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-4" strokeWidth={1.75} />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{props.children}</span>
    </Base.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="truncate px-2 pt-2 pb-1 text-12 font-semibold text-faint">
        {label}
      </Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

function Entry({ icon: Icon, shortcut, children }: EntryProps) {
  return (
    <>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd keys={shortcut} silent />}
    </>
  );
}
