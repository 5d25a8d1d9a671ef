import { useRender } from '@base-ui/react/use-render';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode, Ref } from 'react';
import { buttonLook, type ButtonKind, type ButtonSize } from './button-look.ts';
import { ButtonWords } from './button.tsx';

export interface LinkButtonProps {
  /** The link itself, without words: `<Link to="/bookings/new" />` or `<a href="…" />`. */
  render: ReactElement;
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: LucideIcon;
  shortcut?: string;
  className?: string;
  ref?: Ref<HTMLAnchorElement>;
  children: ReactNode;
}

/** A place to go to that looks like a button. */
export function LinkButton({
  render,
  kind = 'plain',
  size = 's',
  className,
  ref,
  ...words
}: LinkButtonProps) {
  return useRender({
    render,
    ref,
    defaultTagName: 'a',
    props: { className: buttonLook(kind, size, className), children: <ButtonWords {...words} /> },
  });
}
