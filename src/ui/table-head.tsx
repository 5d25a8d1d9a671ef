import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';
import type { Column, Sort } from './table.tsx';
import { allTicked } from './table-ticks.ts';
import { TickBox } from './tick-box.tsx';
import type { Ticks } from './use-ticks.ts';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  hidden?: boolean;
  ticks?: Ticks | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

const CELL =
  'h-8 overflow-hidden border-b border-line bg-bg px-2 text-12 font-medium whitespace-nowrap text-faint first:ps-6 last:pe-6 ' +
  'max-tablet:first:ps-4 max-tablet:last:pe-4';

export function TableHead<Row>({ columns, hidden = false, ticks, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead className={hidden ? 'sr-only' : 'sticky top-0 z-10'}>
      <tr aria-rowindex={1}>
        {ticks && <TickAllHead ticks={ticks} />}
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

function TickAllHead({ ticks }: { ticks: Ticks }) {
  const t = usePartWords();
  const how = allTicked(ticks.ticked, ticks.keys);
  return (
    <th scope="col" className="h-8 border-b border-line bg-bg p-0">
      <TickBox
        label={t('ticks.all')}
        ticked={how === 'all'}
        mixed={how === 'some'}
        onPress={ticks.pressAll}
      />
    </th>
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
