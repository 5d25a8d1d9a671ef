import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { leadQuery, type LeadView } from '#crm/leads/screens/lead-queries.ts';
import { utmWords } from '#crm/leads/utm.ts';
import { Definition } from '#ui/definition-list.tsx';
import { Select } from '#ui/select.tsx';
import { RecordFields, type TextField } from '../record/record-fields.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useRecord } from '../record/use-record.ts';
import { useRecordWords } from '../record/words.ts';
import { ConvertAct, ConvertedNote } from './convert-lead.tsx';
import { LeadStatusMark } from './lead-status-mark.tsx';

const here = getRouteApi('/leads/$leadId');
const TEXTS: readonly (TextField & keyof LeadView)[] = [
  'name',
  'companyName',
  'jobTitle',
  'phone',
  'skype',
  'source',
];

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
      record={{ kind: 'lead', id: lead.id }}
      path={path}
      crumb={<Link to="/leads">{t('list.leads')}</Link>}
      onDelete={() => void trash()}
      acts={<ConvertAct lead={lead} />}
      aside={lead.contactId && <ConvertedNote contactId={lead.contactId} />}
      fields={
        <RecordFields kind="lead" person={lead} autosave={autosave} texts={TEXTS}>
          <Definition name={t('field.status')} inPlace>
            <Status lead={lead} onChange={(status) => void autosave.save({ status })} />
          </Definition>
          {lead.utm && (
            <Definition name={t('field.utm')}>
              <bdi className="wrap-anywhere">{utmWords(lead.utm)}</bdi>
            </Definition>
          )}
        </RecordFields>
      }
    />
  );
}

/** What was converted stays so. */
function Status({ lead, onChange }: { lead: LeadView; onChange: (status: string) => void }) {
  const t = useRecordWords();
  const { choices } = usePicklist('leadStatus');
  if (lead.status === 'converted') return <LeadStatusMark status={lead.status} />;
  return (
    <Select
      size="s"
      aria-label={t('field.status')}
      items={choices.map(({ key, name }) => ({ value: key, label: name }))}
      value={lead.status}
      onChange={onChange}
    />
  );
}
