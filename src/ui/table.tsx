import { useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { entriesOf } from './table-entries.ts';
import { TableBody } from './table-body.tsx';
import { TableHead } from './table-head.tsx';
import { useTicks, type TicksProps } from './use-ticks.ts';
import { useSize } from './use-size.ts';

export interface Column<Row> {
  key: string;
  header: string;
  /** '7rem' or '20%'; without it the column shares what is left. */
  width?: string;
  align?: 'start' | 'end';
  /** The reader may order by it. */
  sorts?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export interface TableProps<Row> {
  /** What the rows are, read aloud. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row's address, without words: `<Link to="…" />`. Arrows, J and K then move from row to row. */
  rowLink?: (row: Row) => ReactElement;
  /** The key of the row that is open. */
  active?: string | null;
  /** Rows of one group stand together under its words: "Today, Tuesday 1 December". */
  groupOf?: (row: Row) => { key: string; label: ReactNode };
  /** What is over is grey. */
  isDim?: (row: Row) => boolean;
  /** On a phone, instead of the columns: two lines. */
  phoneCell?: (row: Row) => ReactNode;
  /** Beside it, outside the row's link: what else can be done with the row. */
  phoneEnd?: (row: Row) => ReactNode;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** All rows there are, as far as known; rows that are not loaded yet included. */
  total?: number;
  /** More can be loaded: asked for when the last loaded rows come near. */
  onEnd?: () => void;
  loadingMore?: boolean;
  /** A box before each row. Space ticks the row with the focus, Shift with arrows or a press a range, Ctrl A all shown. */
  ticks?: TicksProps<Row>;
  className?: string;
}

/** A list of any length that scrolls within its own pane; only what is in sight is drawn. */
export function Table<Row>({ className, ...props }: TableProps<Row>) {
  const pane = useRef<HTMLDivElement>(null);
  const { phone } = useSize();
  const narrow = phone && Boolean(props.phoneCell);
  const columns = useMemo(
    () =>
      narrow && props.phoneCell ? phoneColumns(props.label, props.phoneCell, props.phoneEnd) : props.columns,
    [narrow, props.label, props.phoneCell, props.phoneEnd, props.columns],
  );
  const entries = useMemo(() => entriesOf(props.rows, props.groupOf), [props.rows, props.groupOf]);
  const ticks = useTicks(props.ticks, props.rows, props.rowKey);
  return (
    <div ref={pane} className={classNames('scroll-pane min-h-0 min-w-0 flex-1', className)}>
      <table
        aria-label={props.label}
        aria-rowcount={rowCount(props, entries.length)}
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: narrow ? undefined : roomFor(columns, Boolean(ticks)) }}
      >
        <colgroup>
          {ticks && <col className="w-12 touch:w-14" />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} hidden={narrow} ticks={ticks} sort={props.sort} onSort={props.onSort} />
        <TableBody
          {...props}
          columns={columns}
          entries={entries}
          pane={pane}
          tall={narrow}
          tickBoxes={ticks}
        />
      </table>
    </div>
  );
}

/** What shares the room that is left needs so much of it; with less the pane scrolls sideways and nothing disappears. */
const [FIRST_SHARE, SHARE] = ['12rem', '7rem'];

function roomFor<Row>(columns: readonly Column<Row>[], hasTicks: boolean): string {
  const sharing = columns.filter(({ width }) => !width);
  const widths = columns.map((column) => column.width ?? (column === sharing[0] ? FIRST_SHARE : SHARE));
  const parts = widths.filter((width) => width.endsWith('%'));
  const rest = 1 - parts.reduce((sum, width) => sum + Number.parseFloat(width) / 100, 0);
  const known = [hasTicks ? '3rem' : '0rem', ...widths.filter((width) => !parts.includes(width))];
  return `calc((${known.join(' + ')}) / ${Math.max(rest, 0.1)})`;
}

type Cell<Row> = Column<Row>['cell'];

function phoneColumns<Row>(header: string, cell: Cell<Row>, end?: Cell<Row>): Column<Row>[] {
  const columns: Column<Row>[] = [{ key: 'phone', header, cell }];
  return end ? [...columns, { key: 'end', header: '', width: '4.5rem', align: 'end', cell: end }] : columns;
}

/** Head, groups and rows; -1 says that nobody knows yet. */
function rowCount<Row>(props: TableProps<Row>, entries: number): number {
  const unloaded = (props.total ?? props.rows.length) - props.rows.length;
  if (props.onEnd && props.total === undefined) return -1;
  return 1 + entries + Math.max(0, unloaded);
}
