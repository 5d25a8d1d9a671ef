import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { currencyOf } from '#crm/deals/currency.ts';
import type { DealView } from '#crm/deals/screens/deal-queries.ts';
import { currenciesWith } from '#crm/deals/screens/use-money.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { NewRecordDialog, type DraftProps } from '#crm/records/screens/new-record-dialog.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { MoneyInput } from '#ui/money-input.tsx';
import { Select } from '#ui/select.tsx';
import { useMe } from '../../use-me.ts';

/** What a deal belongs to before anything is typed. */
export interface DealStart {
  companyId?: string;
  contactId?: string;
  leadId?: string;
}

export interface NewDealDialogProps {
  start: DealStart;
  onClose: () => void;
  onMade: (deal: DealView) => void;
}

interface Draft {
  title: string;
  companyId: string | null;
  amount: number | null;
  currency: string;
  expectedClose: string | null;
}

/** A title is enough; whoever writes it down owns it. */
export function NewDealDialog({ start, onClose, onMade }: NewDealDialogProps) {
  const t = useDealWords();
  const { member, workspace } = useMe();
  const { companyId = null, contactId, leadId } = start;
  const currency = currencyOf(workspace.country);
  const draft: Draft = { title: '', companyId, amount: null, currency, expectedClose: null };
  return (
    <NewRecordDialog<Draft, DealView>
      list="deals"
      title={t('new')}
      save={t('add')}
      start={draft}
      along={{
        ownerId: member.id,
        ...(contactId && { contactIds: [contactId] }),
        ...(leadId && { leadId }),
      }}
      fields={(props) => <Fields {...props} />}
      onClose={onClose}
      onMade={onMade}
    />
  );
}

function Fields(props: DraftProps<Draft>) {
  const { draft, set, why } = props;
  const t = useDealWords();
  return (
    <>
      <Field label={t('field.title')} required error={why.title}>
        <Input value={draft.title} onChange={(title) => set({ title })} name="title" autoComplete="off" />
      </Field>
      <Field label={t('field.companyId')} error={why.companyId}>
        <CompanyPicker value={draft.companyId} onChange={(companyId) => set({ companyId })} />
      </Field>
      <Worth {...props} />
    </>
  );
}

function Worth({ draft, set, why }: DraftProps<Draft>) {
  const t = useDealWords();
  return (
    <div className="grid grid-cols-[1fr_6rem_1fr] gap-4 max-phone:grid-cols-[1fr_6rem]">
      <Field label={t('field.amount')} error={why.amount}>
        <MoneyInput
          value={draft.amount}
          onChange={(amount) => set({ amount })}
          currency={draft.currency}
          min={0}
        />
      </Field>
      <Field label={t('field.currency')} error={why.currency}>
        <Select
          items={currenciesWith(draft.currency).map((code) => ({ value: code, label: code }))}
          value={draft.currency}
          onChange={(currency) => set({ currency })}
        />
      </Field>
      <Field label={t('field.expectedClose')} error={why.expectedClose}>
        <DateField value={draft.expectedClose} onChange={(expectedClose) => set({ expectedClose })} />
      </Field>
    </div>
  );
}
