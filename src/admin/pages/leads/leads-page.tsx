import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { leadsQuery, type LeadView } from '#crm/leads/screens/lead-queries.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import type { Column } from '#ui/table.tsx';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { NewPersonDialog } from '../record/new-person-dialog.tsx';
import { PeopleList } from '../record/people-list.tsx';
import { useRecordWords } from '../record/words.ts';
import { LeadStatusMark } from './lead-status-mark.tsx';

const here = getRouteApi('/leads');

/** People who enquired and are not qualified yet. */
export function LeadsPage() {
  const t = useRecordWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const { member } = useMe();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) => void go({ to: '/leads/$leadId', params: { leadId: id } });
  const { q, status, sort, mine } = search;
  const found = useInfiniteQuery({
    ...leadsQuery({ q, status, sort, ...(mine && { ownerId: member.id }) }),
    placeholderData: (before) => before,
  });
  useTitle(t('list.leads'));
  useShortcuts({ c: () => setNew(true) });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('list.leads')}
        actions={
          <Button kind="primary" icon={Plus} shortcut="C" onClick={() => setNew(true)}>
            {t('list.newLead')}
          </Button>
        }
      />
      <PeopleList
        kind="leads"
        found={found}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        rowLink={({ id }) => <Link to="/leads/$leadId" params={{ leadId: id }} />}
        columns={useOwnColumns()}
        onCreate={() => setNew(true)}
      />
      {isNew && <NewPersonDialog kind="leads" onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}

function useOwnColumns(): Column<LeadView>[] {
  const t = useRecordWords();
  return useMemo(
    () => [
      {
        key: 'company',
        header: t('field.companyName'),
        width: '16%',
        cell: ({ companyName }) => <bdi>{companyName}</bdi>,
      },
      {
        key: 'status',
        header: t('field.status'),
        width: '8.5rem',
        cell: ({ status }) => <LeadStatusMark status={status} />,
      },
    ],
    [t],
  );
}
