import { Plus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { ColumnChooser } from '#ui/column-chooser.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { ListBulk } from './list-bulk.tsx';
import { useListColumns } from './list-columns.tsx';
import { ListFilters } from './list-filters.tsx';
import type { ListedRecord, ListKind } from './list-kind.ts';
import { ListMenu } from './list-menu.tsx';
import { ListRows } from './list-rows.tsx';
import type { ListSearch } from './list-search.ts';
import { ListTabs } from './list-tabs.tsx';
import { useRecordList } from './use-record-list.ts';

export interface RecordListProps<Row extends ListedRecord> {
  kind: ListKind<Row>;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  tabLink: (search: ListSearch) => ReactElement;
  onCreate: () => void;
  /** Entries of the list's menu: what else is done with records of this kind. */
  menu?: ReactNode;
}

/** A list of records of one kind (P10): its views, filters, order and columns, and what is done to many at once. */
export function RecordList<Row extends ListedRecord>(props: RecordListProps<Row>) {
  const { kind, onCreate } = props;
  const list = useRecordList(kind, props);
  const { all, chosen, shown } = useListColumns(list);
  useTitle(kind.title);
  useShortcuts({ c: onCreate });
  return (
    <>
      <PageBar
        title={kind.title}
        actions={
          <>
            <ListMenu download={list.download} more={props.menu} />
            <Button kind="primary" icon={Plus} shortcut="C" onClick={onCreate}>
              {kind.create}
            </Button>
          </>
        }
      />
      <ListTabs list={list} tabLink={props.tabLink} />
      <ListFilters
        list={list}
        aside={
          <ColumnChooser
            columns={all}
            chosen={chosen}
            onChange={list.columns.change}
            onReset={list.columns.chosen ? list.columns.reset : undefined}
          />
        }
      />
      <ListRows list={list} columns={shown} onCreate={onCreate} />
      <ListBulk list={list} />
    </>
  );
}
