import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import type { LeadView } from '#crm/leads/screens/lead-queries.ts';
import type { ListKind, RecordColumn } from '#crm/records/screens/list-kind.ts';
import { emailColumn, PersonName, PhonePerson, textColumn } from '../record/person-cells.tsx';
import { useRecordWords } from '../record/words.ts';
import { LeadStatusMark } from './lead-status-mark.tsx';

/** What the list of leads shows and takes. */
export function useLeadList(): ListKind<LeadView> {
  const t = useRecordWords();
  const picklist = usePicklist('leadStatus');
  const sources = usePicklist('source').choices;
  const columns = useLeadColumns();
  return useMemo(() => {
    const choices = picklist.choices.map(({ key, name }) => ({ value: key, label: name }));
    const withConverted = [...choices, { value: 'converted', label: t('status.converted') }];
    return {
      list: 'leads',
      title: t('list.leads'),
      columns,
      fields: [
        { id: 'status', label: t('field.status'), kind: 'choice', choices: withConverted },
        { id: 'companyName', label: t('field.companyName'), kind: 'words' },
        { id: 'jobTitle', label: t('field.jobTitle'), kind: 'words' },
        {
          id: 'source',
          label: t('field.source'),
          kind: 'words',
          choices: sources.map(({ name }) => ({ value: name, label: name })),
        },
      ],
      changes: [{ field: 'status', label: t('field.status'), choices }],
      nameOf: ({ name }) => name,
      nameCell: (person) => <PersonName person={person} />,
      phoneCell: (person) => <PhonePerson person={person} />,
      rowLink: ({ id }) => <Link to="/leads/$leadId" params={{ leadId: id }} />,
      create: t('list.newLead'),
      empty: { title: t('empty.leads'), what: t('empty.leadsWhat') },
    };
  }, [t, picklist, sources, columns]);
}

function useLeadColumns(): RecordColumn<LeadView>[] {
  const t = useRecordWords();
  return useMemo(
    () => [
      emailColumn(t),
      textColumn<LeadView>('companyName', t('field.companyName')),
      {
        key: 'status',
        header: t('field.status'),
        width: '8.5rem',
        sorts: true,
        cell: ({ status }) => <LeadStatusMark status={status} />,
      },
      textColumn<LeadView>('jobTitle', t('field.jobTitle'), { hidden: true }),
      textColumn<LeadView>('source', t('field.source'), { hidden: true }),
      textColumn<LeadView>('phone', t('field.phone'), { width: '10rem', hidden: true, sorts: false }),
    ],
    [t],
  );
}
