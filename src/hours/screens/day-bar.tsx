import { classNames } from '#ui/class-names.ts';
import type { WeeklySpan } from '../weekly-hours.ts';
import { barOf, type BarPiece } from './week-rows.ts';

/** Full hours from which to which bars are drawn. */
export interface Axis {
  from: number;
  to: number;
}

const HATCH =
  'bg-[repeating-linear-gradient(-45deg,var(--line-mid)_0_1px,transparent_1px_6px)] forced-colors:border forced-colors:border-[CanvasText]';

/** One day's hours drawn to scale; what is written beside it says the same, so it is not read aloud. */
export function DayBar(props: {
  weekly: readonly WeeklySpan[];
  day: number;
  axis: Axis;
  lit: number | null;
}) {
  const { weekly, day, axis, lit } = props;
  return (
    <div aria-hidden className={classNames('relative h-5 min-w-0', HATCH)}>
      {barOf(weekly, day).map((piece, at) => (
        <Piece key={at} piece={piece} axis={axis} lit={lit !== null && piece.index === lit} />
      ))}
    </div>
  );
}

function Piece({ piece, axis, lit }: { piece: BarPiece; axis: Axis; lit: boolean }) {
  const width = (axis.to - axis.from) * 60;
  const left = Math.max(0, (piece.start - axis.from * 60) / width);
  const right = Math.min(1, (piece.end - axis.from * 60) / width);
  return (
    <span
      style={{ insetInlineStart: `${left * 100}%`, width: `${(right - left) * 100}%` }}
      className={classNames(
        'absolute inset-y-0 rounded-xs border border-accent bg-accent-soft',
        lit && 'shadow-focus',
        piece.index < 0 && 'border-dashed',
      )}
    />
  );
}

/** The hours over the bars, every second one. */
export function AxisHours({ axis }: { axis: Axis }) {
  const hours = Array.from(
    { length: Math.floor((axis.to - axis.from) / 2) + 1 },
    (_, step) => axis.from + 2 * step,
  );
  return (
    <div aria-hidden className="relative h-6">
      {hours.map((hour) => (
        <span
          key={hour}
          style={{ insetInlineStart: `${((hour - axis.from) / (axis.to - axis.from)) * 100}%` }}
          className="tabular absolute -translate-x-1/2 text-12 text-faint odd:block even:@max-[52rem]:hidden rtl:translate-x-1/2"
        >
          {String(hour).padStart(2, '0')}
        </span>
      ))}
    </div>
  );
}
