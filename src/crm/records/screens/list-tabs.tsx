import type { ReactElement } from 'react';
import { ViewActs } from '#people/views/screens/view-acts.tsx';
import { ViewName } from '#people/views/screens/view-name.tsx';
import { Tab, Tabs } from '#ui/tabs.tsx';
import type { ListedRecord } from './list-kind.ts';
import { isChanged, toKeep, type ListSearch } from './list-search.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

interface ListTabsProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  tabLink: (search: ListSearch) => ReactElement;
}

/** The views that are always there, and those that were kept (P10). */
export function ListTabs<Row extends ListedRecord>({ list, tabLink }: ListTabsProps<Row>) {
  const t = useListWords();
  const { tabs, saved, view, address } = list;
  return (
    <Tabs label={t('views.label')} aside={<Acts list={list} />}>
      {tabs.map(({ key, label }) => (
        <Tab key={key} render={tabLink(address(key))} current={view === key}>
          {label}
        </Tab>
      ))}
      {saved.map((one) => (
        <Tab key={one.id} render={tabLink(address(one.id))} current={view === one.id}>
          <ViewName view={one} />
        </Tab>
      ))}
    </Tabs>
  );
}

function Acts<Row extends ListedRecord>({ list }: { list: RecordListNow<Row> }) {
  const { kind, saved, view, search, asked, columns, show } = list;
  return (
    <ViewActs
      list={kind.list}
      saved={saved}
      view={view}
      isChanged={isChanged(search)}
      kept={toKeep({ ...asked, columns: columns.text || undefined })}
      show={show}
    />
  );
}
