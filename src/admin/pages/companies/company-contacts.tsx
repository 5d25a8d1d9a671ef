import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { contactsQuery, type ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { Empty } from '#ui/empty.tsx';
import type { Column } from '#ui/table.tsx';
import { mainEmail } from '../record/person.ts';
import { CompanyPeople, PersonLink } from './company-people.tsx';

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
      {
        key: 'name',
        header: t('field.name'),
        cell: ({ id, name }) => (
          <PersonLink
            id={id}
            name={name}
            render={<Link to="/contacts/$contactId" params={{ contactId: id }} />}
          />
        ),
      },
      { key: 'jobTitle', header: t('people.jobTitle'), cell: ({ jobTitle }) => <bdi>{jobTitle}</bdi> },
      {
        key: 'email',
        header: t('people.email'),
        cell: (contact) => <bdi title={mainEmail(contact)}>{mainEmail(contact)}</bdi>,
      },
      {
        key: 'phone',
        header: t('people.phone'),
        cell: ({ phones }) => <bdi>{(phones.find(({ primary }) => primary) ?? phones[0])?.number}</bdi>,
      },
    ],
    [t],
  );
}
