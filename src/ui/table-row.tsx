import { useRender } from '@base-ui/react/use-render';
import { memo, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Entry } from './table-entries.ts';
import type { Column } from './table.tsx';

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
        active && 'bg-accent-soft shadow-[inset_2px_0_var(--accent)] hover:bg-accent-soft',
        dim && 'text-faint',
      )}
    >
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
