import { useRender } from '@base-ui/react/use-render';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useLanguage } from './words.tsx';

export interface TabsProps {
  /** What the tabs are of, read aloud. */
  label: string;
  /** After the tabs: "Save view". */
  aside?: ReactNode;
  /** Without the page's margin, inside a column. */
  flush?: boolean;
  children: ReactNode;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, aside, flush = false, children }: TabsProps) {
  return (
    <nav
      aria-label={label}
      className={classNames(
        'flex h-10 shrink-0 items-stretch gap-5 overflow-x-auto overflow-y-hidden border-b border-line [scrollbar-width:none] touch:h-(--touch)',
        !flush && 'px-6 max-tablet:px-4',
      )}
    >
      {children}
      {aside && <span className="flex shrink-0 items-center">{aside}</span>}
    </nav>
  );
}

export interface TabProps {
  /** The link, without words: `<Link to="…" search={…} />`. */
  render: ReactElement;
  current: boolean;
  count?: number;
  /** Somebody waits: amber. */
  waits?: boolean;
  children: ReactNode;
}

/** So much of the next tab is seen that one knows there is one. */
const PEEK_PX = 40;

const TAB =
  'relative flex shrink-0 items-center gap-1.5 whitespace-nowrap after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 ' +
  'hover:text-ink focus-visible:shadow-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent';

export function Tab({ render, current, count, waits = false, children }: TabProps) {
  const tab = useInView(current);
  const language = useLanguage();
  const colour = current ? 'font-medium text-ink after:bg-ink' : waits ? 'text-wait' : 'text-muted';
  return useRender({
    render,
    ref: tab,
    props: {
      'aria-current': current ? 'page' : undefined,
      className: classNames(TAB, colour),
      children: (
        <>
          {children}
          {count !== undefined && (
            <span className={classNames('tabular text-11 font-medium', waits ? 'text-wait' : 'text-faint')}>
              {count.toLocaleString(language)}
            </span>
          )}
        </>
      ),
    },
  });
}

/** Where the tabs are wider than the page, the current one is scrolled to; the page itself stays where it is. */
function useInView(current: boolean) {
  const tab = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = tab.current?.closest('nav');
    if (!current || !row || !tab.current) return undefined;
    const own = tab.current;
    // Counts make the tabs wider when they come.
    const watch = new ResizeObserver(() => bringIntoView(own, row));
    watch.observe(own);
    return () => watch.disconnect();
  }, [current]);
  return tab;
}

function bringIntoView(tab: HTMLElement, row: HTMLElement): void {
  const [own, all] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.left < all.left + PEEK_PX) row.scrollLeft -= all.left + PEEK_PX - own.left;
  else if (own.right > all.right - PEEK_PX) row.scrollLeft += own.right - all.right + PEEK_PX;
}
