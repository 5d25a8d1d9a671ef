import type { ReactElement } from 'react';
import type { useCompanyWords } from '#crm/companies/screens/words.ts';
import type { Column } from '#ui/table.tsx';
import { mainEmail, type PersonView } from '../record/person.ts';
import { PersonLink } from './company-people.tsx';

/** What is said of a person of a company, contact or lead: name, job, main address. */
export function personColumns<Person extends PersonView>(
  t: ReturnType<typeof useCompanyWords>,
  pageLink: (id: string) => ReactElement,
): Column<Person>[] {
  return [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ id, name }) => <PersonLink id={id} name={name} render={pageLink(id)} />,
    },
    { key: 'jobTitle', header: t('people.jobTitle'), cell: ({ jobTitle }) => <bdi>{jobTitle}</bdi> },
    {
      key: 'email',
      header: t('people.email'),
      cell: (person) => <bdi title={mainEmail(person)}>{mainEmail(person)}</bdi>,
    },
  ];
}
