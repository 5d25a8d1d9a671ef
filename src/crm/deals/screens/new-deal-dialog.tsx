import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { MoneyInput } from '#ui/money-input.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { currencyOf } from '../currency.ts';
import type { DealView } from './deal-queries.ts';
import { currenciesWith } from './use-money.ts';
import { useDealWords } from './words.ts';

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

/** A title is enough; whoever writes it down owns it. What was typed stays when it is refused. */
export function NewDealDialog({ start, onClose, onMade }: NewDealDialogProps) {
  const t = useDealWords();
  const { draft, set } = useDraft(start);
  const make = useMakeDeal(start, onMade);
  const why = reasonsIn(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(draft);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('new')}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="new-deal" busy={make.isPending}>
          {t('add')}
        </Button>
      }
    >
      <form id="new-deal" onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t('field.title')} required error={why.title}>
          <Input value={draft.title} onChange={(title) => set({ title })} name="title" autoComplete="off" />
        </Field>
        <Field label={t('field.companyId')} error={why.companyId}>
          <CompanyPicker value={draft.companyId} onChange={(companyId) => set({ companyId })} />
        </Field>
        <Worth draft={draft} set={set} why={why} />
        {why.other && (
          <Note tone="danger" alert>
            {why.other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface Draft {
  title: string;
  companyId: string | null;
  amount: number | null;
  currency: string;
  expectedClose: string | null;
}

interface WorthProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  why: Record<string, string | undefined>;
}

function Worth({ draft, set, why }: WorthProps) {
  const t = useDealWords();
  return (
    <div className="grid grid-cols-2 gap-4 max-phone:grid-cols-1">
      <Field label={t('field.amount')} error={why.amount}>
        <MoneyInput
          value={draft.amount}
          onChange={(amount) => set({ amount })}
          currency={draft.currency}
          currencies={currenciesWith(draft.currency)}
          onCurrency={(currency) => set({ currency })}
          min={0}
        />
      </Field>
      <Field label={t('field.expectedClose')} error={why.expectedClose}>
        <DateField value={draft.expectedClose} onChange={(expectedClose) => set({ expectedClose })} />
      </Field>
    </div>
  );
}

function useDraft({ companyId }: DealStart) {
  const { workspace } = useMe();
  const [draft, setDraft] = useState<Draft>({
    title: '',
    companyId: companyId ?? null,
    amount: null,
    currency: currencyOf(workspace.country),
    expectedClose: null,
  });
  return { draft, set: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })) };
}

function useMakeDeal({ contactId, leadId }: DealStart, onMade: (deal: DealView) => void) {
  const queries = useQueryClient();
  const { member } = useMe();
  return useMutation({
    mutationFn: (draft: Draft) =>
      request<DealView>('POST', '/api/deals', {
        body: {
          ...draft,
          ownerId: member.id,
          ...(contactId && { contactIds: [contactId] }),
          ...(leadId && { leadId }),
        },
      }),
    onSuccess: (deal) => {
      void queries.invalidateQueries({ queryKey: ['deals', 'list'] });
      void queries.invalidateQueries({ queryKey: ['companies', 'summary'] });
      onMade(deal);
    },
  });
}

const FIELDS = ['title', 'companyId', 'amount', 'expectedClose'];

function reasonsIn(error: Error | null): Record<string, string | undefined> {
  if (!error) return {};
  const errors = error instanceof RequestProblem ? error.errors : [];
  const known = errors
    .filter(({ path }) => FIELDS.includes(path))
    .map(({ path, message }) => [path, message]);
  return known.length > 0 ? Object.fromEntries(known) : { other: error.message };
}
