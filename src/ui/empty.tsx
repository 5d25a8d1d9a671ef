import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface EmptyProps {
  /** What it is for: "Share meetings out fairly". */
  title: ReactNode;
  /** One or two sentences more. */
  children?: ReactNode;
  /** The one first step. */
  action?: ReactNode;
  /** A quiet second way. */
  second?: ReactNode;
  /** Under a heading of its own. */
  small?: boolean;
}

/** A list with nothing in it yet; one that is only filtered says so and offers to clear the filter. */
export function Empty({ title, children, action, second, small = false }: EmptyProps) {
  return (
    <div
      className={classNames(
        'flex max-w-112 flex-col items-start',
        small ? 'py-3' : 'mx-auto px-6 py-16 max-phone:py-10',
      )}
    >
      {!small && <EmptyPicture />}
      <h2 className={classNames('font-semibold wrap-anywhere', small ? '' : 'text-16')}>{title}</h2>
      {children && <div className="mt-1 wrap-anywhere text-muted">{children}</div>}
      {(action || second) && (
        <div className="mt-4 flex max-w-full flex-wrap items-center gap-2">
          {action}
          {second}
        </div>
      )}
    </div>
  );
}

/** Four bars, one still to come. */
function EmptyPicture() {
  const bar = 'w-10 rounded-t-xs border-b-2 border-line-mid bg-press';
  return (
    <div aria-hidden className="mb-6 flex items-end gap-1.5">
      <span className={classNames(bar, 'h-11')} />
      <span className={classNames(bar, 'h-9')} />
      <span className="h-6 w-10 rounded-t-xs border border-b-2 border-dashed border-accent border-b-accent bg-accent-soft [border-bottom-style:solid]" />
      <span className={classNames(bar, 'h-11')} />
    </div>
  );
}
