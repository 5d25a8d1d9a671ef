import { Link } from '@tanstack/react-router';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import type { DealView } from '#crm/deals/screens/deal-queries.ts';
import { PersonPicker } from '#crm/records/screens/person-picker.tsx';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { Chip } from '#ui/badge.tsx';
import { Definition } from '#ui/definition-list.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { DealPartProps } from './deal-details.tsx';

/** Whom a deal is with: each name leads to its page, and can be taken away or another added. */
export function DealLinks({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  const save = (change: Partial<DealView>) => void autosave.save(change);
  const common = { deal, readOnly };
  return (
    <>
      <Definition name={t('field.companyId')} inPlace>
        <Names {...common} kind="company" onRemove={() => save({ companyId: null })} />
        {!readOnly && deal.companyId === null && (
          <CompanyPicker
            aria-label={t('field.companyId')}
            value={null}
            onChange={(companyId) => save({ companyId })}
          />
        )}
      </Definition>
      <Contacts deal={deal} autosave={autosave} readOnly={readOnly} />
      <Definition name={t('field.leadId')} inPlace>
        <Names {...common} kind="lead" onRemove={() => save({ leadId: null })} />
        {!readOnly && deal.leadId === null && (
          <PersonPicker
            kind="leads"
            aria-label={t('field.leadId')}
            value={null}
            onChange={(leadId) => save({ leadId })}
          />
        )}
      </Definition>
    </>
  );
}

function Contacts({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  const { contactIds } = autosave.draft;
  const save = (ids: string[]) => void autosave.save({ contactIds: ids });
  return (
    <Definition name={t('field.contactIds')} inPlace>
      <Names
        deal={deal}
        readOnly={readOnly}
        kind="contact"
        onRemove={(id) => save(contactIds.filter((one) => one !== id))}
      />
      {!readOnly && (
        <PersonPicker
          key={contactIds.length}
          kind="contacts"
          aria-label={t('field.contactIds')}
          value={null}
          without={contactIds}
          onChange={(id) => id && save([...contactIds, id])}
        />
      )}
    </Definition>
  );
}

interface NamesProps {
  deal: DealView;
  kind: 'company' | 'contact' | 'lead';
  readOnly: boolean;
  onRemove: (id: string) => void;
}

function Names({ deal, kind, readOnly, onRemove }: NamesProps) {
  const linked = deal.linked.filter((one) => one.kind === kind);
  if (linked.length === 0) return null;
  return (
    <span className="mb-1.5 flex min-w-0 flex-wrap gap-1.5">
      {linked.map((record) => (
        <Chip key={record.id} name={record.name} onRemove={readOnly ? undefined : () => onRemove(record.id)}>
          <Link to={recordPage(record)} className={TEXT_LINK}>
            <bdi>{record.name}</bdi>
          </Link>
        </Chip>
      ))}
    </span>
  );
}
