import type { ReactElement } from 'react';
import { Tab, Tabs } from '#ui/tabs.tsx';
import type { ListedRecord } from './list-kind.ts';
import type { ListSearch } from './list-search.ts';
import { ListViewActs } from './list-view-acts.tsx';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

interface ListTabsProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  tabLink: (search: ListSearch) => ReactElement;
}

/** Everybody's, one's own, and the views that were kept (P10). */
export function ListTabs<Row extends ListedRecord>({ list, tabLink }: ListTabsProps<Row>) {
  const t = useListWords();
  const { view } = list.search;
  return (
    <Tabs label={t('views.label')} aside={<ListViewActs list={list} />}>
      <Tab render={tabLink({})} current={view === undefined}>
        {t('views.all')}
      </Tab>
      <Tab render={tabLink({ view: 'mine' })} current={view === 'mine'}>
        {t('views.mine')}
      </Tab>
      {list.saved.map(({ id, name, shared }) => (
        <Tab key={id} render={tabLink({ view: id })} current={view === id}>
          <bdi className="max-w-50 truncate" title={shared ? `${name} (${t('views.shared')})` : name}>
            {name}
          </bdi>
        </Tab>
      ))}
    </Tabs>
  );
}
