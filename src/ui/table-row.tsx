import { useRender } from '@base-ui/react/use-render';
import { memo, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Entry } from './table-entries.ts';
import { usePartWords } from './parts-words.ts';
import type { Column } from './table.tsx';
import { TickBox } from './tick-box.tsx';

interface TableRowProps<Row> {
  entry: Extract<Entry<Row>, { kind: 'row' }>;
  index: number;
  height: number;
  columns: readonly Column<Row>[];
  rowLink?: (row: Row) => ReactElement;
  active: boolean;
  dim: boolean;
  /** The one row the Tab key stops at. */
  stop: boolean;
  onFocus: (row: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** The words of its box; without them it has none. */
  tickName?: string;
  ticked?: boolean;
  onTick?: (row: number, ranged: boolean) => void;
}

const ROW =
  'group/row relative hover:bg-side has-[[data-row]:focus-visible]:outline-2 has-[[data-row]:focus-visible]:-outline-offset-2 ' +
  'has-[[data-row]:focus-visible]:outline-accent';

const CELL =
  'overflow-hidden border-b border-line px-2 py-0 text-ellipsis whitespace-nowrap first:ps-6 last:pe-6 ' +
  'max-tablet:first:ps-4 max-tablet:last:pe-4 [&_button]:relative [&_button]:z-1';

/** The first cell's words are the row's link, which covers the row. */
export const TableRow = memo(function TableRow<Row>(props: TableRowProps<Row>) {
  const { entry, columns, active, dim } = props;
  return (
    <tr
      aria-rowindex={props.index + 2}
      className={classNames(
        ROW,
        (active || props.ticked) && 'bg-accent-soft hover:bg-accent-soft',
        active && 'shadow-[inset_2px_0_var(--accent)]',
        dim && 'text-faint',
      )}
    >
      {props.tickName !== undefined && <TickCell {...props} name={props.tickName} />}
      {columns.map((column, place) => (
        <td
          key={column.key}
          style={{ height: props.height }}
          className={classNames(CELL, column.align === 'end' && 'tabular text-end')}
        >
          {place === 0 && props.rowLink ? (
            <RowLink render={props.rowLink(entry.value)} {...props}>
              {column.cell(entry.value)}
            </RowLink>
          ) : (
            column.cell(entry.value)
          )}
        </td>
      ))}
    </tr>
  );
}) as <Row>(props: TableRowProps<Row>) => ReactElement;

interface TickCellProps {
  name: string;
  entry: { row: number };
  height: number;
  ticked?: boolean;
  onTick?: (row: number, ranged: boolean) => void;
}

/** Space on the row's link ticks too, so the box is no tab stop of its own. */
function TickCell({ name, entry, height, ticked = false, onTick }: TickCellProps) {
  const t = usePartWords();
  return (
    <td style={{ height }} className="border-b border-line p-0">
      <TickBox
        label={t('ticks.row', { name })}
        ticked={ticked}
        tabIndex={-1}
        onPress={(ranged) => onTick?.(entry.row, ranged)}
      />
    </td>
  );
}

interface RowLinkProps {
  render: ReactElement;
  entry: { row: number };
  active: boolean;
  stop: boolean;
  onFocus: (row: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}

function RowLink({ render, entry, active, stop, onFocus, onKeyDown, children }: RowLinkProps) {
  const { row } = entry;
  return useRender({
    render,
    props: {
      'data-row': row,
      'aria-current': active || undefined,
      tabIndex: stop ? 0 : -1,
      onFocus: () => onFocus(row),
      onKeyDown,
      className: 'block truncate after:absolute after:inset-0 focus-visible:shadow-none',
      children,
    },
  });
}

export function GroupRow(props: { label: ReactNode; columns: number; index: number; height: number }) {
  return (
    <tr aria-rowindex={props.index + 2}>
      <th
        scope="rowgroup"
        colSpan={props.columns}
        style={{ height: props.height }}
        className="truncate border-b border-line bg-side px-6 text-start font-medium text-muted max-tablet:px-4"
      >
        {props.label}
      </th>
    </tr>
  );
}
