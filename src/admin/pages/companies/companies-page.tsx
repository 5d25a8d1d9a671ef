import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordList } from '#crm/records/screens/record-list.tsx';
import { listLinks } from '../record/list-links.tsx';
import { COMPANY_STAGES } from './companies-search.ts';
import { useCompanyList } from './company-list.tsx';
import { NewCompanyDialog } from './new-company-dialog.tsx';

const here = getRouteApi('/companies');

/** Companies by stage: prospects and customers are views of one list (P1). */
export function CompaniesPage() {
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) =>
    void go({ to: '/companies/$companyId', params: { companyId: id } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <RecordList
        kind={useCompanyList()}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        tabLink={(next) => <Link to="/companies" search={next} />}
        onCreate={() => setNew(true)}
        menu={listLinks('companies')}
      />
      {isNew && (
        <NewCompanyDialog
          stage={COMPANY_STAGES.find((stage) => stage === search.view) ?? 'prospect'}
          onClose={() => setNew(false)}
          onMade={show}
        />
      )}
    </main>
  );
}
