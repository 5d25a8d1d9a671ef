import { memo } from 'react';
import { usePartWords } from '../parts-words.ts';
import type { Extent } from './pack.ts';
import type { Lane } from './lay-out.ts';
import { SpanBlock } from './span-block.tsx';

/** One person's part of one day: closed time behind, spans before it. Drawn anew only when its spans change. */
export const LaneCell = memo(function LaneCell(props: {
  lane: Lane;
  length: number;
  bare: boolean;
  first: boolean;
  index: number;
}) {
  const { lane, length, bare } = props;
  return (
    <div
      role="gridcell"
      aria-colindex={props.index + 2}
      data-lane={`${lane.column}:${lane.person}`}
      className={`relative min-w-0 ${props.first ? '' : 'border-l border-line'}`}
    >
      <Closed lane={lane} length={length} bare={bare} />
      {lane.blocks.map((block) => (
        <SpanBlock key={block.span.id} block={block} length={length} bare={bare} />
      ))}
    </div>
  );
});

function Closed({ lane, length, bare }: { lane: Lane; length: number; bare: boolean }) {
  const t = usePartWords();
  const gapTitle = (gap: Extent) => (bare || !isMissingHour(lane, gap) ? null : t('grid.clocksForward'));
  return (
    <>
      {lane.closed.map(({ top, bottom }) => (
        <div
          key={`c${top}`}
          className="wg-hatch absolute inset-x-0"
          style={extentStyle({ top, bottom }, length)}
        />
      ))}
      {lane.gaps.map((gap) => (
        <div key={`g${gap.top}`} className="wg-hatch absolute inset-x-0" style={extentStyle(gap, length)}>
          {gapTitle(gap) && <Note title={gapTitle(gap) ?? ''} />}
        </div>
      ))}
      {!bare &&
        lane.notes.map(({ top, title, label }) => (
          <div
            key={`n${top}${title}`}
            className="absolute inset-x-0"
            style={{ top: `${(top / length) * 100}%` }}
          >
            <Note title={title} label={label} />
          </div>
        ))}
    </>
  );
}

function Note({ title, label }: { title: string; label?: string }) {
  return (
    <span
      title={label}
      className="mx-0.5 mt-px block w-fit max-w-[calc(100%-0.25rem)] truncate rounded-xs bg-bg px-1 text-11 font-medium text-faint"
    >
      {title}
    </span>
  );
}

/** A stretch that the day's own clock skips, not one that only another day has. */
function isMissingHour({ gaps, doubled }: Lane, gap: Extent): boolean {
  return gaps.includes(gap) && !doubled.some(({ top, bottom }) => gap.top >= top && gap.bottom <= bottom);
}

export function extentStyle({ top, bottom }: Extent, length: number) {
  return { top: `${(top / length) * 100}%`, height: `${((bottom - top) / length) * 100}%` };
}
