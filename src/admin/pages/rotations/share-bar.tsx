import { classNames } from '#ui/class-names.ts';
import { HATCH } from '#ui/fair-bars.tsx';

interface ShareBarProps {
  count: number;
  /** Where the mark stands. */
  even: number;
  /** What the whole width stands for. */
  most: number;
  /** Takes no part at present: hatched. */
  paused: boolean;
}

/** How far somebody is from an even share; the figures stand beside it. */
export function ShareBar({ count, even, most, paused }: ShareBarProps) {
  return (
    <span
      aria-hidden
      className="relative block h-3 w-full max-w-40 rounded-xs bg-hover outline outline-transparent"
    >
      <span
        style={{ width: `${(count / most) * 100}%` }}
        className={classNames(
          'absolute inset-y-0 start-0 rounded-xs',
          paused ? HATCH : 'bg-accent forced-colors:bg-[CanvasText]',
        )}
      />
      <span
        style={{ insetInlineStart: `${(even / most) * 100}%` }}
        className="absolute -inset-y-1 w-0.5 rounded-[1px] bg-ink forced-colors:bg-[Highlight]"
      />
    </span>
  );
}
