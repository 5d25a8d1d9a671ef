import { Plus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { ColumnChooser } from '#ui/column-chooser.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useSize } from '#ui/use-size.ts';
import { useTitle } from '#ui/title.ts';
import { ListBulk } from './list-bulk.tsx';
import { useListColumns } from './list-columns.tsx';
import { ListFilters } from './list-filters.tsx';
import type { ListedRecord, ListKind } from './list-kind.ts';
import { ListMenu } from './list-menu.tsx';
import { ListOrder } from './list-order.tsx';
import { ListRows } from './list-rows.tsx';
import type { ListSearch, ListState } from './list-search.ts';
import { ListTabs } from './list-tabs.tsx';
import { useCustomColumns } from './use-custom-columns.tsx';
import { useRecordList, type RecordListNow } from './use-record-list.ts';

export interface RecordListProps<Row extends ListedRecord> {
  kind: ListKind<Row>;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  tabLink: (search: ListSearch) => ReactElement;
  onCreate: () => void;
  /** Beside the title, and before what makes a new one: which way the records are shown. */
  aside?: (asked: ListState | null) => ReactNode;
  ways?: ReactNode;
  /** What is shown in the place of the rows, narrowed as the list is: a board. */
  instead?: (asked: ListState | null) => ReactNode;
  /** Entries of the list's menu: what else is done with records of this kind. */
  menu?: ReactNode;
}

interface RowsProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  onCreate: () => void;
}

/** A list of records of one kind (P10): its views, filters, order and columns, and what is done to many at once. */
export function RecordList<Row extends ListedRecord>(props: RecordListProps<Row>) {
  const { onCreate } = props;
  const kind = useCustomColumns(props.kind);
  const { instead } = props;
  const list = useRecordList(kind, { ...props, isElse: instead !== undefined });
  const title = list.tab?.title ?? kind.title;
  useTitle(title);
  useShortcuts({ c: onCreate });
  return (
    <>
      <PageBar
        title={title}
        aside={props.aside?.(list.asked)}
        actions={
          <>
            {props.ways}
            <ListMenu download={list.download} more={props.menu} />
            <Button kind="primary" icon={Plus} shortcut="C" onClick={onCreate}>
              {kind.create}
            </Button>
          </>
        }
      />
      <ListTabs list={list} tabLink={props.tabLink} />
      {instead ? (
        <>
          <ListFilters list={list} />
          {instead(list.asked)}
        </>
      ) : (
        <Rows list={list} onCreate={onCreate} />
      )}
    </>
  );
}

function Rows<Row extends ListedRecord>({ list, onCreate }: RowsProps<Row>) {
  const { all, chosen, shown } = useListColumns(list);
  const { phone } = useSize();
  const { change, reset } = list.columns;
  const columns = (
    <ColumnChooser
      columns={all}
      chosen={chosen}
      onChange={change}
      onReset={list.columns.chosen ? reset : undefined}
    />
  );
  return (
    <>
      <ListFilters list={list} aside={phone ? <ListOrder list={list} columns={all} /> : columns} />
      <ListRows list={list} columns={shown} onCreate={onCreate} />
      <ListBulk list={list} />
    </>
  );
}
