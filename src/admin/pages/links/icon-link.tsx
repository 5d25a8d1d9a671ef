import { useRender } from '@base-ui/react/use-render';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { iconButtonLook } from '#ui/button-look.ts';
import { Tooltip } from '#ui/tooltip.tsx';

interface IconLinkProps {
  icon: LucideIcon;
  /** Where it leads; also shown when pointed at. */
  label: string;
  /** The link itself: `<Link to="…" />`. */
  render: ReactElement;
}

/** A place to go to that looks like a button with a sign; in a row it lies above the row's own link. */
export function IconLink({ icon: Icon, label, render }: IconLinkProps) {
  const link = useRender({
    render,
    props: {
      'aria-label': label,
      className: iconButtonLook('quiet', 's', 'z-1'),
      children: <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />,
    },
  });
  return <Tooltip text={label}>{link as ReactElement<Record<string, unknown>>}</Tooltip>;
}
