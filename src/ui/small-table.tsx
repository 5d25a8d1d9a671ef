import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Column } from './table.tsx';

export interface SmallTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The one that was chosen. */
  isChosen?: (row: Row) => boolean;
  isDim?: (row: Row) => boolean;
  /** Under the rows: the rule in words. */
  foot?: ReactNode;
}

const CELL =
  'h-8 overflow-hidden border-b border-line px-2 text-ellipsis whitespace-nowrap first:ps-3 last:pe-3 max-phone:px-1.5';

/** A few rows within a card or a panel: reasons, counts, keys. Scrolls sideways rather than being cut. */
export function SmallTable<Row>({ label, columns, rows, rowKey, foot, ...looks }: SmallTableProps<Row>) {
  return (
    <div className="scroll-pane min-w-0 rounded-r border border-line">
      <table aria-label={label} className="w-full border-collapse [&_tbody>tr:last-child>td]:border-b-0">
        <SmallHead columns={columns} />
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={classNames(
                looks.isChosen?.(row) && 'bg-accent-soft',
                looks.isDim?.(row) && 'text-faint',
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classNames(CELL, 'max-w-60', column.align === 'end' && 'tabular text-end')}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {foot && <p className="border-t border-line px-3 py-2 text-12 wrap-anywhere text-faint">{foot}</p>}
    </div>
  );
}

function SmallHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            style={{ width: column.width }}
            className={classNames(
              CELL,
              'text-12 font-medium text-faint max-phone:align-bottom max-phone:whitespace-normal',
              column.align === 'end' ? 'text-end' : 'text-start',
            )}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}
