/** One to five people's time side by side: seen, picked, moved and resized by mouse, finger and keyboard. */
import { usePartWords } from './parts-words.ts';
import { pickOf } from './week-grid/acts.ts';
import { AllDayBand } from './week-grid/all-day-band.tsx';
import { BAND } from './week-grid/cursor.ts';
import { CellMenu } from './week-grid/cell-menu.tsx';
import { CursorCell, type CursorProps } from './week-grid/cursor-cell.tsx';
import { GridBody } from './week-grid/grid-body.tsx';
import { GridHead } from './week-grid/grid-head.tsx';
import type { GridPick, SpanKind, WeekGridProps } from './week-grid/grid-props.ts';
import { minuteOf } from './week-grid/lay-out.ts';
import { SelectionLayer } from './week-grid/selection-layer.tsx';
import { cellWords, rangeWords } from './week-grid/speech.ts';
import { selectedBy } from './week-grid/use-cursor.ts';
import { type GridDesk, useGrid } from './week-grid/use-grid.ts';
import { useHourHeight } from './week-grid/use-hour-height.ts';
import './week-grid/week-grid.css';

export type * from './week-grid/grid-props.ts';

/** Fills its parent, which gives it its height. The whole day scrolls inside. */
export function WeekGrid(given: WeekGridProps) {
  const grid = useGrid(given);
  return (
    <div className="relative flex h-full min-h-0 min-w-0 flex-1 flex-col">
      <CellMenu desk={grid.desk} answer={grid.answer}>
        <Pane grid={grid} />
      </CellMenu>
      <output className="sr-only">{grid.said}</output>
      <Help id={`${grid.id}-help`} letters={grid.props.letterKeys} />
    </div>
  );
}

/** The grid itself: one tab stop, which tells a reader of the cell under the cursor. */
function Pane({ grid }: { grid: GridDesk }) {
  const { refs, props, ground, id, handlers } = grid;
  const { pane, head } = refs;
  const { hour, headHeight } = useHourHeight(pane, head, props, ground.axis);
  return (
    <div
      ref={pane}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={`${id}-help`}
      aria-activedescendant={`${id}-cell`}
      aria-readonly={props.readOnly || undefined}
      className="wg scroll-pane tabular relative min-h-0 flex-1 touch-pan-x touch-pan-y"
      data-zones={props.secondZone ? 2 : 1}
      style={{ scrollPaddingTop: headHeight }}
      {...handlers}
    >
      <Head grid={grid} />
      <div className="relative min-w-fit" style={{ height: `${(ground.axis.length / 60) * hour}rem` }}>
        <Hours grid={grid} />
      </div>
    </div>
  );
}

function Head({ grid }: { grid: GridDesk }) {
  const { props, ground, narrow, hand, today, refs } = grid;
  const { head } = refs;
  const zoneDay = ground.axis.columns[hand.place.column]!.date;
  return (
    <div ref={head} className="wg-head sticky top-0 z-10 min-w-fit bg-bg">
      <GridHead
        days={props.days}
        people={props.people}
        narrow={narrow}
        today={ground.axis.columns[today]?.date ?? ''}
        timeZone={props.timeZone}
        secondZone={props.secondZone}
        zoneDay={zoneDay}
      />
      {ground.hasBand && (
        <AllDayBand ground={ground} people={props.people} narrow={narrow} cursor={cursorOf(grid)} />
      )}
    </div>
  );
}

function Hours({ grid }: { grid: GridDesk }) {
  const { props, ground, narrow, hand, refs } = grid;
  const { body, ghost } = refs;
  const layer = { ground, people: props.people, narrow };
  return (
    <>
      <GridBody
        {...layer}
        body={body}
        now={minuteOf(props.now)}
        today={grid.today}
        secondZone={props.secondZone}
        zoneColumn={hand.place.column}
      />
      {chosenOf(grid).map(({ pick, kind, title }) => (
        <SelectionLayer key={kind + pick.start} {...layer} pick={pick} kind={kind}>
          {title && <b className="font-semibold">{title}</b>}{' '}
          <span>{rangeWords(grid.speaker, minuteOf(pick.start), minuteOf(pick.end))}</span>
        </SelectionLayer>
      ))}
      {hand.place.step !== BAND && <CursorCell {...cursorOf(grid)} />}
      <div ref={ghost} aria-hidden className="wg-span wg-ghost text-11">
        <span className="wg-words">
          <b data-title className="font-semibold empty:hidden" /> <span data-times className="font-medium" />
        </span>
      </div>
    </>
  );
}

function cursorOf({ id, hand, ground, props, narrow, speaker }: GridDesk): CursorProps {
  return {
    id: `${id}-cell`,
    place: hand.place,
    words: cellWords(speaker, hand.place, hand.chosen),
    selected: hand.anchor !== null,
    moves: hand.moves,
    ground,
    narrow,
    people: props.people,
  };
}

/** What lies over the lanes just now: the caller's selection, the keyboard's, the span that it carries. */
function chosenOf({ props, ground, hand }: GridDesk): { pick: GridPick; kind: SpanKind; title?: string }[] {
  const selected = selectedBy(ground, hand, props.people);
  const given = props.selection && !selected ? [{ pick: props.selection, kind: 'picked' as const }] : [];
  const own = selected ? [{ pick: selected, kind: 'picked' as const }] : [];
  if (!hand.grasp) return [...given, ...own];
  const { span, at } = hand.grasp;
  return [...given, { pick: pickOf(props, at), kind: span.kind, title: span.title }];
}

function Help({ id, letters }: { id: string; letters: boolean }) {
  const t = usePartWords();
  return (
    <p id={id} hidden>
      {t('grid.help')} {letters && t('grid.helpLetters')}
    </p>
  );
}
