import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordList } from '#crm/records/screens/record-list.tsx';
import { listLinks } from '../record/list-links.tsx';
import { NewPersonDialog } from '../record/new-person-dialog.tsx';
import { useContactList } from './contact-list.tsx';

const here = getRouteApi('/contacts');

/** People we know. */
export function ContactsPage() {
  const search = here.useSearch();
  const go = here.useNavigate();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) => void go({ to: '/contacts/$contactId', params: { contactId: id } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <RecordList
        kind={useContactList()}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        tabLink={(next) => <Link to="/contacts" search={next} />}
        onCreate={() => setNew(true)}
        menu={listLinks('contacts')}
      />
      {isNew && <NewPersonDialog kind="contacts" onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}
