import { ArrowUpDown } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuCheck, MenuLine } from '#ui/menu.tsx';
import type { Column } from '#ui/table.tsx';
import type { ListedRecord } from './list-kind.ts';
import { NEWEST_FIRST, sortOf, sortText } from './list-sort.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

interface ListOrderProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  columns: readonly Column<Row>[];
}

/** By what the list is ordered, where there is no head of a table to press. */
export function ListOrder<Row extends ListedRecord>({ list, columns }: ListOrderProps<Row>) {
  const t = useListWords();
  const { key, descending } = sortOf(list.state.sort ?? NEWEST_FIRST);
  const order = (next: { key: string; descending: boolean }) => list.narrow({ sort: sortText(next) });
  return (
    <Menu trigger={<IconButton icon={ArrowUpDown} label={t('order.by')} />}>
      {columns
        .filter(({ sorts }) => sorts)
        .map((column) => (
          <MenuCheck
            key={column.key}
            checked={column.key === key}
            onChange={() => order({ key: column.key, descending })}
          >
            {column.header}
          </MenuCheck>
        ))}
      <MenuLine />
      {[false, true].map((next) => (
        <MenuCheck
          key={String(next)}
          checked={descending === next}
          onChange={() => order({ key, descending: next })}
        >
          {t(next ? 'order.descending' : 'order.ascending')}
        </MenuCheck>
      ))}
    </Menu>
  );
}
