import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { companiesQuery, type CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { CompaniesFound } from './companies-found.tsx';
import type { CompaniesSearch } from './companies-search.ts';
import { NewCompanyDialog } from './new-company-dialog.tsx';

const here = getRouteApi('/companies');

const LISTS = [
  { stage: undefined, words: 'list.prospects' },
  { stage: 'customer', words: 'list.customers' },
  { stage: 'partner', words: 'list.partners' },
  { stage: 'former', words: 'list.former' },
  { stage: 'all', words: 'list.everyone' },
] as const;

/** Companies by stage: prospects and customers are views of one list (P1). */
export function CompaniesPage() {
  const t = useCompanyWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const found = useCompanies(search);
  const { words } = LISTS.find(({ stage }) => stage === search.stage) ?? LISTS[0];
  const show = ({ id }: CompanyView) => void go({ to: '/companies/$companyId', params: { companyId: id } });
  useTitle(t(words));
  useShortcuts({ c: () => setNew(true) });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t(words)}
        actions={
          <Button kind="primary" icon={Plus} shortcut="C" onClick={() => setNew(true)}>
            {t('list.new')}
          </Button>
        }
      />
      <StageTabs search={search} />
      <CompaniesFilter search={search} onSearch={(next) => void go({ search: next, replace: true })} />
      <CompaniesFound
        found={found}
        search={search}
        label={t(words)}
        onSearch={(next) => void go({ search: next, replace: true })}
        onCreate={() => setNew(true)}
      />
      {isNew && (
        <NewCompanyDialog
          stage={search.stage === 'all' ? 'prospect' : (search.stage ?? 'prospect')}
          onClose={() => setNew(false)}
          onMade={show}
        />
      )}
    </main>
  );
}

function useCompanies({ q, stage = 'prospect', mine, sort }: CompaniesSearch) {
  const { member } = useMe();
  return useInfiniteQuery({
    ...companiesQuery({ q, sort, ...(stage !== 'all' && { stage }), ...(mine && { ownerId: member.id }) }),
    placeholderData: (before) => before,
  });
}

function StageTabs({ search }: { search: CompaniesSearch }) {
  const t = useCompanyWords();
  const { stage: _stage, ...rest } = search;
  return (
    <Tabs label={t('list.stages')}>
      {LISTS.map(({ stage, words }) => (
        <Tab
          key={words}
          current={search.stage === stage}
          render={<Link to="/companies" search={{ ...rest, ...(stage && { stage }) }} />}
        >
          {t(words)}
        </Tab>
      ))}
    </Tabs>
  );
}

interface CompaniesFilterProps {
  search: CompaniesSearch;
  onSearch: (search: CompaniesSearch) => void;
}

function CompaniesFilter({ search, onSearch }: CompaniesFilterProps) {
  const t = useCompanyWords();
  return (
    <FilterBar
      text={search.q ?? ''}
      onText={(q) => onSearch({ ...search, q: q || undefined })}
      filters={[]}
      onRemove={() => undefined}
      onClear={() => onSearch({ stage: search.stage })}
      aside={
        <Segmented
          label={t('list.of')}
          items={[
            { value: 'all', label: t('list.all') },
            { value: 'mine', label: t('list.mine') },
          ]}
          value={search.mine ? 'mine' : 'all'}
          onChange={(whose) => onSearch({ ...search, mine: whose === 'mine' ? true : undefined })}
        />
      }
    />
  );
}
