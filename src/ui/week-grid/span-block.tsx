import type { CSSProperties } from 'react';
import type { Block } from './lay-out.ts';
import type { GridSpan } from './grid-props.ts';

/** One span where it stands in its lane. The keyboard reaches it by the grid's cursor, so it is no tab stop. */
export function SpanBlock({ block, length, bare }: { block: Block; length: number; bare: boolean }) {
  const { span, startsHere, endsHere } = block;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={spokenOf(span)}
      title={bare ? span.label : undefined}
      data-span={span.id}
      data-kind={span.kind}
      data-open={span.open || undefined}
      aria-current={span.open || undefined}
      data-movable={span.movable || undefined}
      data-from={span.from ? '' : undefined}
      data-cut-top={startsHere ? undefined : ''}
      data-cut-bottom={endsHere ? undefined : ''}
      className="wg-span absolute z-1 block text-11 focus-visible:shadow-focus"
      style={{ ...placeOf(block, length), ...barOf(span) }}
    >
      {!bare && <SpanWords span={span} />}
      {span.resizable && startsHere && <span className="wg-edge top-0" data-edge="start" />}
      {span.resizable && endsHere && <span className="wg-edge bottom-0" data-edge="end" />}
    </button>
  );
}

/** The colour of what comes from elsewhere; without one the bar is grey. */
export function barOf({ from }: Pick<GridSpan, 'from'>): CSSProperties {
  return from?.colour ? ({ '--wg-from': from.colour } as CSSProperties) : {};
}

/** What is to be read on a block is part of its name, for those who speak to their browser. */
function spokenOf({ title, label }: GridSpan): string {
  return !title || label.includes(title) ? label : `${title}, ${label}`;
}

export function SpanWords({ span }: { span: Pick<GridSpan, 'title' | 'subtitle'> }) {
  return (
    <span className="wg-words">
      {span.title && <b className="font-semibold">{span.title}</b>}{' '}
      {span.subtitle && <span>{span.subtitle}</span>}
    </span>
  );
}

/** A hairline stays free above and below, so that neighbours are two. */
function placeOf(
  { top, bottom, column, columns, wide, startsHere, endsHere, span }: Block,
  length: number,
): CSSProperties {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const [above, below] = [startsHere ? 1 : 0, endsHere ? 1 : 0];
  return {
    top: `calc(${share(top, length)} + ${above}px)`,
    height: `calc(${share(bottom - top, length)} - ${above + below}px)`,
    left: `calc(${share(column, columns)} + 2px)`,
    width: `calc(${share(wide, columns)} - 4px)`,
    zIndex: span.kind === 'picked' || span.open ? 2 : 1,
  };
}
