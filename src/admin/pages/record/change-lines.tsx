import { MoveRight } from 'lucide-react';
import { COMPANY_FIELDS } from '#crm/companies/screens/company-field-names.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { ChangedValue } from './changed-value.tsx';
import { useRecordWords } from './words.ts';

interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** P8: what was changed at once, field by field: from, to. */
export function ChangeLines({ entry }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const nameOf = useFieldName(entry.record.kind);
  const changes = (entry.data['changes'] ?? []) as Change[];
  return (
    <ul className="mt-0.5">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="text-muted">{nameOf(field)}</span>
          <span className="text-faint">
            <ChangedValue kind={entry.record.kind} field={field} value={from} />
          </span>
          <MoveRight aria-hidden className="size-3.5 shrink-0 self-center text-faint rtl:-scale-x-100" />
          <span className="sr-only">{t('change.to')}</span>
          <span className="font-medium">
            <ChangedValue kind={entry.record.kind} field={field} value={to} />
          </span>
        </li>
      ))}
    </ul>
  );
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

function useFieldName(kind: string): (field: string) => string {
  const person = useRecordWords();
  const company = useCompanyWords();
  return (field) => {
    const own = COMPANY_FIELDS.find((one) => one === field);
    if (kind === 'company' && own) return company(`field.${own}`);
    const common = OF_PEOPLE.find((one) => one === (field === 'companyIds' ? 'companyId' : field));
    if (common) return person(`field.${common}`);
    return own ? company(`field.${own}`) : person('change.other');
  };
}
