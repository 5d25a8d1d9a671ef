import { classNames } from './class-names.ts';

/** One 'primary' a view; 'plain' has an edge, 'quiet' none; 'danger' is for what is told to others or cannot be undone. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 's' | 'm';

const BASE =
  'relative inline-flex max-w-full overflow-clip shrink-0 items-center justify-center gap-1.5 rounded-s border font-medium whitespace-nowrap ' +
  'select-none transition-colors duration-(--fast) ease-out ' +
  'aria-disabled:cursor-not-allowed disabled:cursor-not-allowed';

const QUIET =
  'border-transparent text-muted not-data-disabled:hover:bg-hover not-data-disabled:active:bg-press data-disabled:not-aria-busy:text-faint ';
const EDGED =
  'border-line-mid bg-bg not-data-disabled:hover:bg-hover not-data-disabled:active:bg-press data-disabled:not-aria-busy:border-line data-disabled:not-aria-busy:text-faint ';

const KINDS: Record<ButtonKind, string> = {
  primary:
    'border-accent bg-accent text-on-accent not-data-disabled:hover:border-accent-hover not-data-disabled:hover:bg-accent-hover ' +
    'data-disabled:not-aria-busy:border-line data-disabled:not-aria-busy:bg-press data-disabled:not-aria-busy:text-faint',
  plain: `${EDGED} text-ink [&>svg]:text-faint`,
  quiet: `${QUIET} aria-pressed:bg-press aria-pressed:text-ink`,
  danger: `${EDGED} text-danger`,
};

const SIZES: Record<ButtonSize, string> = {
  s: 'h-(--control-s) px-2.5',
  m: 'h-(--control) px-3',
};

const TOUCH = 'touch:h-(--touch) touch:min-w-(--touch) max-phone:h-(--touch) max-phone:min-w-(--touch)';

export function buttonLook(kind: ButtonKind, size: ButtonSize, className?: string): string {
  return classNames(BASE, KINDS[kind], SIZES[size], TOUCH, className);
}

export function iconButtonLook(kind: ButtonKind, size: ButtonSize, className?: string): string {
  return classNames(
    BASE,
    KINDS[kind],
    size === 's' ? 'size-(--control-s)' : 'size-(--control)',
    TOUCH,
    className,
  );
}
