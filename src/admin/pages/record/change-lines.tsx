import { MoveRight } from 'lucide-react';
import { COMPANY_FIELDS } from '#crm/companies/screens/company-field-names.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import type { CustomField, CustomType } from '#crm/fields/screens/custom-field-queries.ts';
import { useCustomWords } from '#crm/fields/screens/use-custom-words.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { ChangedValue } from './changed-value.tsx';
import { useRecordWords } from './words.ts';

interface Change {
  field: string;
  from: unknown;
  to: unknown;
  /** Of a field of the workspace's own, as it was then. */
  label?: string;
  type?: CustomType;
  choices?: CustomField['choices'];
}

/** P8: what was changed at once, field by field: from, to. */
export function ChangeLines({ entry }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const nameOf = useFieldName(entry.record.kind);
  const changes = (entry.data['changes'] ?? []) as Change[];
  return (
    <ul className="mt-0.5">
      {changes.map((change) => (
        <li key={change.field} className="flex flex-wrap items-baseline gap-x-1.5">
          <bdi className="text-muted">{change.label ?? nameOf(change.field)}</bdi>
          <span className="text-faint">
            <OneValue kind={entry.record.kind} change={change} value={change.from} />
          </span>
          <MoveRight aria-hidden className="size-3.5 shrink-0 self-center text-faint rtl:-scale-x-100" />
          <span className="sr-only">{t('change.to')}</span>
          <span className="font-medium">
            <OneValue kind={entry.record.kind} change={change} value={change.to} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The workspace's own fields are told as they were: they may be called otherwise since, or be gone. */
function OneValue({ kind, change, value }: { kind: string; change: Change; value: unknown }) {
  const t = useRecordWords();
  const words = useCustomWords();
  const { field, type, choices = [] } = change;
  if (!type) return <ChangedValue kind={kind} field={field} value={value} />;
  return <bdi>{words({ type, choices }, value) || t('change.none')}</bdi>;
}

const OF_PEOPLE = [
  'name',
  'emails',
  'phone',
  'phones',
  'skype',
  'jobTitle',
  'companyName',
  'companyId',
  'source',
  'status',
  'ownerId',
] as const;

const OF_DEALS = [
  'title',
  'contactIds',
  'leadId',
  'amount',
  'currency',
  'stage',
  'expectedClose',
  'lostReason',
] as const;
const OF_TICKETS = ['subject', 'status', 'priority', 'contactId'] as const;

/** What a field is called where the record is shown. */
export function useFieldName(kind: string): (field: string) => string {
  const person = useRecordWords();
  const company = useCompanyWords();
  const deal = useDealWords();
  const ticket = useTicketWords();
  return (field) => {
    const ofDeal = OF_DEALS.find((one) => one === field);
    if (kind === 'deal' && ofDeal) return deal(`field.${ofDeal}`);
    const ofTicket = OF_TICKETS.find((one) => one === field);
    if (kind === 'ticket' && ofTicket) return ticket(`field.${ofTicket}`);
    const own = COMPANY_FIELDS.find((one) => one === field);
    if (kind === 'company' && own) return company(`field.${own}`);
    const common = OF_PEOPLE.find((one) => one === (field === 'companyIds' ? 'companyId' : field));
    if (common) return person(`field.${common}`);
    return own ? company(`field.${own}`) : person('change.other');
  };
}
