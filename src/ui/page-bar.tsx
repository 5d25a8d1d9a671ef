import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export interface PageBarProps {
  title: ReactNode;
  /** The way back where a page takes the place of another: an arrow before the title. */
  back?: ReactNode;
  /** A link to what the page belongs to. */
  crumb?: ReactNode;
  /** Beside the title: a count, a tag, "Saved 10:22". */
  aside?: ReactNode;
  /** At the end; the page's one filled button last. */
  actions?: ReactNode;
}

/** The head of every page: where one is and what can be done. */
export function PageBar({ title, back, crumb, aside, actions }: PageBarProps) {
  return (
    <header className="flex min-h-(--bar) shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1 ps-6 pe-4 max-tablet:ps-4 max-tablet:pe-3 max-phone:min-h-14 max-phone:pe-2">
      {back}
      {crumb && (
        <nav className="flex min-w-0 items-center gap-2 text-faint">
          {crumb}
          <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" strokeWidth={1.75} />
        </nav>
      )}
      <h1 className="min-w-0 truncate text-16 tablet:max-w-100 font-semibold tracking-[-0.01em]">{title}</h1>
      {aside && <div className="tabular flex min-w-0 shrink-0 items-center gap-2 text-faint">{aside}</div>}
      {actions && (
        <div className="ms-auto flex max-w-full shrink-0 flex-wrap items-center justify-end gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
