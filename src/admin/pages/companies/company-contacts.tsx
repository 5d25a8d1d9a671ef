import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { contactsQuery, type ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { Empty } from '#ui/empty.tsx';
import type { Column } from '#ui/table.tsx';
import { CompanyPeople } from './company-people.tsx';
import { personColumns } from './person-columns.tsx';

/** Who works there: the contacts of the company (P2). */
export function CompanyContacts({ companyId }: { companyId: string }) {
  const t = useCompanyWords();
  const found = useInfiniteQuery(contactsQuery({ companyId, sort: 'name' }));
  return (
    <CompanyPeople
      kind="contacts"
      title={t('people.contacts')}
      companyId={companyId}
      found={found}
      columns={useColumns()}
      empty={<Empty small title={t('people.noContacts')} />}
    />
  );
}

function useColumns(): Column<ContactView>[] {
  const t = useCompanyWords();
  return useMemo(
    () => [
      ...personColumns<ContactView>(t, (id) => <Link to="/contacts/$contactId" params={{ contactId: id }} />),
      {
        key: 'phone',
        header: t('people.phone'),
        cell: ({ phones }) => <bdi>{(phones.find(({ primary }) => primary) ?? phones[0])?.number}</bdi>,
      },
    ],
    [t],
  );
}
