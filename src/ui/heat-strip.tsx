import { useRef, useState, type KeyboardEvent } from 'react';
import { HeatCell } from './heat-cell.tsx';

export interface HeatPlace {
  row: string;
  column: string;
}

export interface HeatStripProps {
  /** What is counted, read aloud: "Free hosts by day and hour". */
  label: string;
  /** Days, then hours: `short` is written, `long` read aloud. */
  rows: readonly { key: string; short: string; long: string }[];
  columns: readonly { key: string; short: string; long: string }[];
  /** How many are free; 0 or nothing is closed. */
  valueAt: (place: HeatPlace) => number;
  /** The figure that is as dark as can be: all hosts. */
  most: number;
  selected: HeatPlace | null;
  onSelect: (place: HeatPlace) => void;
  /** Who makes it so, read aloud after the figure: 'Anna Nowak, Bo Lindqvist'. */
  detailAt?: (place: HeatPlace) => string;
  /** The cell that is pointed at or has the focus; null when it is left. */
  onLook?: (place: HeatPlace | null) => void;
}

/** When it is open in a week: shade and figure say how many are free. One tab stop, arrows move, Enter selects. */
export function HeatStrip(props: HeatStripProps) {
  const { label, rows, columns } = props;
  const [at, setAt] = useState<Spot>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cellAfter(event, at, rows.length, columns.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus();
  };
  return (
    <div className="scroll-pane -m-1 min-w-0 p-1">
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- cells that arrows move among are a grid
        role="grid"
        aria-label={label}
        className="w-full table-fixed border-separate border-spacing-0.5"
      >
        <HeatHead columns={columns} corner={label} />
        <tbody>
          {rows.map((row, y) => (
            <HeatRow key={row.key} {...props} y={y} at={at} onKeyDown={onKeyDown} onMove={setAt} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Spot = [number, number];

interface HeatRowProps extends HeatStripProps {
  y: number;
  at: Spot;
  onMove: (at: Spot) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function HeatRow({ rows, columns, y, at, selected, ...props }: HeatRowProps) {
  const row = rows[y];
  if (!row) return null;
  return (
    <tr>
      <th scope="row" className="text-start text-11 font-medium text-muted">
        <span aria-hidden>{row.short}</span>
        <span className="sr-only">{row.long}</span>
      </th>
      {columns.map((column, x) => (
        <HeatCell
          key={column.key}
          name={`${row.long}, ${column.long}`}
          cell={`${y}-${x}`}
          value={props.valueAt({ row: row.key, column: column.key })}
          detail={props.detailAt?.({ row: row.key, column: column.key })}
          onLook={(isLooked) => props.onLook?.(isLooked ? { row: row.key, column: column.key } : null)}
          most={props.most}
          stop={at[0] === y && at[1] === x}
          selected={selected?.row === row.key && selected.column === column.key}
          onKeyDown={props.onKeyDown}
          onSelect={() => {
            props.onMove([y, x]);
            props.onSelect({ row: row.key, column: column.key });
          }}
        />
      ))}
    </tr>
  );
}

function HeatHead({ columns, corner }: Pick<HeatStripProps, 'columns'> & { corner: string }) {
  // A whole day of hours leaves no room for each of them.
  const every = columns.length > 16 ? 3 : 1;
  return (
    <thead>
      <tr>
        <th scope="col" className="w-10">
          <span className="sr-only">{corner}</span>
        </th>
        {columns.map((column, x) => (
          <th
            key={column.key}
            scope="col"
            className="tabular h-4 min-w-6 text-start text-11 font-medium text-faint"
          >
            <span aria-hidden>{x % every === 0 && column.short}</span>
            <span className="sr-only">{column.long}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function cellAfter(
  event: KeyboardEvent,
  [y, x]: [number, number],
  rows: number,
  columns: number,
): [number, number] | null {
  const forward = document.dir === 'rtl' ? -1 : 1;
  const moves: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -forward],
    ArrowRight: [0, forward],
    Home: [0, -columns],
    End: [0, columns],
  };
  const move = moves[event.key];
  if (!move) return null;
  const within = (value: number, length: number) => Math.min(length - 1, Math.max(0, value));
  return [within(y + move[0], rows), within(x + move[1], columns)];
}
