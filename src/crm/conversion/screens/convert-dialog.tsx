import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import type { LeadView } from '#crm/leads/screens/lead-queries.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import type { ConversionShape } from '../conversion-fields.ts';
import { bodyOf, draftOf, type ConversionDraft } from './conversion-draft.ts';
import { useConversionWords } from './words.ts';

export type ConversionView = z.infer<typeof ConversionShape>;

export interface ConvertDialogProps {
  lead: LeadView;
  onClose: () => void;
  onConverted: (made: ConversionView) => void;
}

/** What becomes of a lead (P4): a contact, its company, and a deal when one is in sight. */
export function ConvertDialog({ lead, onClose, onConverted }: ConvertDialogProps) {
  const t = useConversionWords();
  const [draft, setDraft] = useState(() => draftOf(lead));
  const convert = useMutation({
    mutationFn: () =>
      request<ConversionView>('POST', `/api/leads/${lead.id}/conversion`, { body: bodyOf(draft) }),
    onSuccess: onConverted,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    convert.mutate();
  };
  const errors = errorsOf(convert.error);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { name: lead.name })}
      description={t('what')}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="convert-lead" busy={convert.isPending}>
          {t('save')}
        </Button>
      }
    >
      <form id="convert-lead" onSubmit={submit} noValidate className="grid gap-4">
        <CompanyChoice lead={lead} draft={draft} onChange={setDraft} error={errors.company} />
        <DealChoice draft={draft} onChange={setDraft} error={errors.deal} />
        {errors.other && (
          <Note tone="danger" alert>
            {errors.other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  draft: ConversionDraft;
  onChange: (draft: ConversionDraft) => void;
  error?: string;
}

function CompanyChoice({ lead, draft, onChange, error }: ChoiceProps & { lead: LeadView }) {
  const t = useConversionWords();
  const items = [
    ...(lead.companyName ? [{ value: 'named' as const, label: t('named', { name: lead.companyName }) }] : []),
    { value: 'other' as const, label: t('other') },
    { value: 'none' as const, label: t('none') },
  ];
  return (
    <>
      <Field label={t('company')}>
        <RadioGroup
          items={items}
          value={draft.company}
          onChange={(company) => onChange({ ...draft, company })}
        />
      </Field>
      {draft.company === 'other' && (
        <Field label={t('choose')} required error={error}>
          <CompanyPicker
            value={draft.companyId}
            onChange={(companyId) => onChange({ ...draft, companyId })}
          />
        </Field>
      )}
    </>
  );
}

function DealChoice({ draft, onChange, error }: ChoiceProps) {
  const t = useConversionWords();
  return (
    <>
      <Checkbox checked={draft.withDeal} onChange={(withDeal) => onChange({ ...draft, withDeal })}>
        {t('deal')}
      </Checkbox>
      {draft.withDeal && (
        <Field label={t('dealTitle')} required error={error}>
          <Input value={draft.dealTitle} onChange={(dealTitle) => onChange({ ...draft, dealTitle })} />
        </Field>
      )}
    </>
  );
}

function errorsOf(error: Error | null): { company?: string; deal?: string; other?: string } {
  if (!error) return {};
  const errors = error instanceof RequestProblem ? error.errors : [];
  const company = errors.find(({ path }) => path.startsWith('company'))?.message;
  const deal = errors.find(({ path }) => path.startsWith('deal'))?.message;
  return company || deal ? { company, deal } : { other: error.message };
}
