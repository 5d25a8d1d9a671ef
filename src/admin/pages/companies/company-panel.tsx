import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Meetings } from '#bookings/screens/meetings.tsx';
import { Events } from '#crm/activities/screens/events.tsx';
import { Tasks } from '#crm/activities/screens/tasks.tsx';
import type { CompanyView } from '#crm/companies/screens/company-queries.ts';
import { NoteList } from '#crm/notes/screens/note-list.tsx';
import { AddressCards } from '#crm/records/screens/address-cards.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';
import type { CompanyTab } from './companies-search.ts';
import { CompanyContacts } from './company-contacts.tsx';
import { CompanyDeals } from './company-deals.tsx';
import { CompanyEmails } from './company-emails.tsx';
import { CompanyLeads } from './company-leads.tsx';

export interface CompanyPanelProps {
  company: CompanyView;
  path: string;
  tab: CompanyTab;
  /** On a phone. */
  fields?: ReactNode;
  /** Above the history: what else is to be known first. */
  children?: ReactNode;
}

/** What the tab in the address shows. */
export function CompanyPanel(props: CompanyPanelProps) {
  const { path, tab, children } = props;
  useFreshCounts();
  if (tab === 'overview' || (tab === 'details' && !props.fields)) {
    return <RecordHistory path={path}>{children}</RecordHistory>;
  }
  return (
    <div className="scroll-pane min-h-0 min-w-0 flex-1 px-6 py-5 max-tablet:px-4">
      <Panel {...props} />
    </div>
  );
}

function Panel({ company, path, tab, fields }: CompanyPanelProps) {
  const readOnly = !useMayEdit(company);
  if (tab === 'details') return fields;
  if (tab === 'addresses') {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <AddressCards path={path} readOnly={readOnly} />
        <CompanyContacts companyId={company.id} />
      </div>
    );
  }
  if (tab === 'leads') return <CompanyLeads companyId={company.id} />;
  if (tab === 'deals') return <CompanyDeals companyId={company.id} />;
  if (tab === 'notes') return <NoteList path={path} />;
  const record = { kind: 'company', id: company.id } as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Tasks record={record} />
      <Meetings path={path} />
      <Events record={record} />
      <CompanyEmails companyId={company.id} path={path} />
    </div>
  );
}

const COUNTED = ['tasks', 'notes', 'record-events', 'timeline', 'contacts', 'leads', 'deals', 'activities'];

/** What is added in a tab is counted on it: the parts that add know nothing of the page. */
function useFreshCounts(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ type, query }) => {
        const isAsked = type === 'updated' && query.state.isInvalidated;
        if (!isAsked || !COUNTED.includes(String(query.queryKey[0]))) return;
        void queries.invalidateQueries({ queryKey: ['companies', 'summary'] });
      }),
    [queries],
  );
}
