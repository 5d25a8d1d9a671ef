import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface CardProps {
  title?: ReactNode;
  /** At the end of the head: a count, a button. */
  aside?: ReactNode;
  /** The rows bring their own margins. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** Only for what is a card; elsewhere a hairline and space. */
export function Card({ title, aside, flush = false, className, children }: CardProps) {
  return (
    <section className={classNames('min-w-0 rounded-r border border-line bg-bg', className)}>
      {(title || aside) && (
        <header className="flex min-h-10 items-center gap-2 border-b border-line py-1 ps-4 pe-3">
          <h2 className="min-w-0 flex-1 font-semibold wrap-anywhere">{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? undefined : 'px-4 py-3'}>{children}</div>
    </section>
  );
}

/** A heading on the page with what belongs to it at the end. */
export function SectionHead({
  title,
  count,
  aside,
}: {
  title: ReactNode;
  count?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="mb-2 flex min-h-7 flex-wrap items-center gap-2">
      <h2 className="min-w-0 font-semibold wrap-anywhere">{title}</h2>
      {count !== undefined && <span className="tabular text-faint">{count}</span>}
      {aside && <span className="ms-auto flex shrink-0 items-center gap-2">{aside}</span>}
    </div>
  );
}
