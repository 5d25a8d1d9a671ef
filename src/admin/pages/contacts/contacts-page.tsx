import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { contactsQuery, type ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import type { Column } from '#ui/table.tsx';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { NewPersonDialog } from '../record/new-person-dialog.tsx';
import { PeopleList } from '../record/people-list.tsx';
import { useRecordWords } from '../record/words.ts';

const here = getRouteApi('/contacts');

/** People we know. */
export function ContactsPage() {
  const t = useRecordWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const { member } = useMe();
  const [isNew, setNew] = useState(false);
  const show = ({ id }: { id: string }) => void go({ to: '/contacts/$contactId', params: { contactId: id } });
  const { q, sort, mine } = search;
  const found = useInfiniteQuery({
    ...contactsQuery({ q, sort, ...(mine && { ownerId: member.id }) }),
    placeholderData: (before) => before,
  });
  useTitle(t('list.contacts'));
  useShortcuts({ c: () => setNew(true) });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('list.contacts')}
        actions={
          <Button kind="primary" icon={Plus} shortcut="C" onClick={() => setNew(true)}>
            {t('list.newContact')}
          </Button>
        }
      />
      <PeopleList
        kind="contacts"
        found={found}
        search={search}
        onSearch={(next) => void go({ search: next, replace: true })}
        rowLink={({ id }) => <Link to="/contacts/$contactId" params={{ contactId: id }} />}
        columns={useOwnColumns()}
        onCreate={() => setNew(true)}
      />
      {isNew && <NewPersonDialog kind="contacts" onClose={() => setNew(false)} onMade={show} />}
    </main>
  );
}

function useOwnColumns(): Column<ContactView>[] {
  const t = useRecordWords();
  return useMemo(
    () => [
      {
        key: 'jobTitle',
        header: t('field.jobTitle'),
        width: '16%',
        cell: ({ jobTitle }) => <bdi>{jobTitle}</bdi>,
      },
    ],
    [t],
  );
}
