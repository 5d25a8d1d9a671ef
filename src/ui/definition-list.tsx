import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Name and value, line by line. */
export function DefinitionList({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={classNames('grid gap-1.5', className)}>{children}</dl>;
}

export interface DefinitionProps {
  name: ReactNode;
  /** The value is a select or a field: it looks like the values around it. */
  inPlace?: boolean;
  children: ReactNode;
}

/** The value may be an EditInPlace, which keeps the line's height. */
export function Definition({ name, inPlace, children }: DefinitionProps) {
  return (
    <div className="grid min-h-5 grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-3 max-tablet:grid-cols-[6rem_minmax(0,1fr)]">
      <dt className="wrap-anywhere text-faint">{name}</dt>
      <dd data-in-place={inPlace || undefined} className="min-w-0 wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}
