import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordList } from '#crm/records/screens/record-list.tsx';
import { listLinks } from '../record/list-links.tsx';
import { NewPersonDialog } from '../record/new-person-dialog.tsx';
import { useLeadList } from './lead-list.tsx';

const here = getRouteApi('/leads');

/** People who enquired and are not qualified yet. */
export function LeadsPage() {
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) => void go({ to: '/leads/$leadId', params: { leadId: id } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <RecordList
        kind={useLeadList()}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        tabLink={(next) => <Link to="/leads" search={next} />}
        onCreate={() => setNew(true)}
        menu={listLinks('leads')}
      />
      {isNew && <NewPersonDialog kind="leads" onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}
