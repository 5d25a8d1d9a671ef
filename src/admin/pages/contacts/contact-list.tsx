import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ContactView } from '#crm/contacts/screens/contact-queries.ts';
import type { ListKind } from '#crm/records/screens/list-kind.ts';
import { emailColumn, PersonName, PhonePerson, textColumn } from '../record/person-cells.tsx';
import { useRecordWords } from '../record/words.ts';

/** What the list of contacts shows and takes. */
export function useContactList(): ListKind<ContactView> {
  const t = useRecordWords();
  return useMemo(
    () => ({
      list: 'contacts',
      title: t('list.contacts'),
      columns: [
        emailColumn(t),
        textColumn<ContactView>('jobTitle', t('field.jobTitle')),
        {
          key: 'phone',
          header: t('field.phone'),
          width: '10rem',
          hidden: true,
          cell: ({ phones }) => <bdi>{(phones.find(({ primary }) => primary) ?? phones[0])?.number}</bdi>,
        },
      ],
      fields: [{ id: 'jobTitle', label: t('field.jobTitle'), kind: 'words' }],
      nameOf: ({ name }) => name,
      nameCell: (person) => <PersonName person={person} />,
      phoneCell: (person) => <PhonePerson person={person} />,
      rowLink: ({ id }) => <Link to="/contacts/$contactId" params={{ contactId: id }} />,
      create: t('list.newContact'),
      empty: { title: t('empty.contacts'), what: t('empty.contactsWhat') },
    }),
    [t],
  );
}
