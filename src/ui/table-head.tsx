import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from './class-names.ts';
import type { Column, Sort } from './table.tsx';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  hidden?: boolean;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

const CELL =
  'h-8 overflow-hidden border-b border-line bg-bg px-2 text-12 font-medium whitespace-nowrap text-faint first:ps-6 last:pe-6 ' +
  'max-tablet:first:ps-4 max-tablet:last:pe-4';

export function TableHead<Row>({ columns, hidden = false, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead className={hidden ? 'sr-only' : 'sticky top-0 z-10'}>
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={sorted(column.key, sort)}
            className={classNames(CELL, column.align === 'end' ? 'text-end' : 'text-start')}
          >
            {column.sorts && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <span className="block truncate">{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SortButtonProps<Row> {
  column: Column<Row>;
  sort?: Sort;
  onSort: (sort: Sort) => void;
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const current = sort?.key === column.key;
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort({ key: column.key, descending: current && !sort.descending })}
      className={classNames(
        'inline-flex h-6 max-w-full items-center gap-1 rounded-xs hover:text-ink',
        'focus-visible:shadow-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
        current && 'text-ink',
      )}
    >
      <span className="truncate">{column.header}</span>
      {current && <Arrow aria-hidden className="size-3 shrink-0" strokeWidth={2} />}
    </button>
  );
}

function sorted(key: string, sort?: Sort): 'ascending' | 'descending' | undefined {
  if (sort?.key !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}
