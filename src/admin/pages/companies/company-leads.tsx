import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { leadsQuery, type LeadView } from '#crm/leads/screens/lead-queries.ts';
import { Empty } from '#ui/empty.tsx';
import type { Column } from '#ui/table.tsx';
import { LeadStatusMark } from '../leads/lead-status-mark.tsx';
import { CompanyPeople } from './company-people.tsx';
import { personColumns } from './person-columns.tsx';

/** Whom one talks to there: the leads of the company (P2). */
export function CompanyLeads({ companyId }: { companyId: string }) {
  const t = useCompanyWords();
  const found = useInfiniteQuery(leadsQuery({ companyId, sort: 'name' }));
  return (
    <CompanyPeople
      kind="leads"
      title={t('tab.leads')}
      companyId={companyId}
      found={found}
      columns={useColumns()}
      empty={
        <Empty small title={t('people.noLeads')}>
          {t('people.noLeadsWhat')}
        </Empty>
      }
    />
  );
}

function useColumns(): Column<LeadView>[] {
  const t = useCompanyWords();
  return useMemo(
    () => [
      ...personColumns<LeadView>(t, (id) => <Link to="/leads/$leadId" params={{ leadId: id }} />),
      {
        key: 'status',
        header: t('people.status'),
        cell: ({ status }) => <LeadStatusMark status={status} />,
      },
    ],
    [t],
  );
}
