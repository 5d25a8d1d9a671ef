import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { leadQuery, type LeadView } from '#crm/leads/screens/lead-queries.ts';
import { Definition } from '#ui/definition-list.tsx';
import { Select } from '#ui/select.tsx';
import { RecordFields, type TextField } from '../record/record-fields.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useRecord } from '../record/use-record.ts';
import { useRecordWords } from '../record/words.ts';

const here = getRouteApi('/leads/$leadId');
const TEXTS: readonly (TextField & keyof LeadView)[] = [
  'name',
  'companyName',
  'jobTitle',
  'phone',
  'skype',
  'source',
];
const STATUSES: LeadView['status'][] = ['new', 'contacted', 'qualified', 'lost'];

export function LeadPage() {
  const { leadId } = here.useParams();
  const found = useQuery(leadQuery(leadId));
  return found.data ? <Lead key={leadId} lead={found.data} /> : <RecordLoading found={found} />;
}

function Lead({ lead }: { lead: LeadView }) {
  const t = useRecordWords();
  const { path, autosave, trash } = useRecord('leads', lead, leadQuery(lead.id).queryKey);
  return (
    <RecordPage
      person={lead}
      path={path}
      crumb={<Link to="/leads">{t('list.leads')}</Link>}
      onDelete={() => void trash()}
      fields={
        <RecordFields person={lead} autosave={autosave} texts={TEXTS}>
          <Definition name={t('field.status')}>
            <Select
              size="s"
              aria-label={t('field.status')}
              items={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
              value={lead.status}
              onChange={(status) => void autosave.save({ status })}
            />
          </Definition>
        </RecordFields>
      }
    />
  );
}
