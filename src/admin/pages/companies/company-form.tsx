import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { MoneyInput } from '#ui/money-input.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { Select } from '#ui/select.tsx';
import { COMPANY_STAGES } from './companies-search.ts';
import { CURRENCIES, EMPLOYEES, type CompanyDraft, type CompanyText } from './company-draft.ts';
import { useProposals } from './use-proposals.ts';

export interface CompanyFormProps {
  draft: Partial<CompanyDraft>;
  onChange: (draft: Partial<CompanyDraft>) => void;
  /** Why a field was refused, by its name. */
  errors: Readonly<Record<string, string>>;
  /** What is to be known about the name. */
  underName: ReactNode;
}

/** Every field of P1, in the order of the page. */
export function CompanyForm(props: CompanyFormProps) {
  const { draft, onChange, errors, underName } = props;
  const t = useCompanyWords();
  const form = useFirstRefused(errors);
  return (
    <div ref={form} className="grid grid-cols-2 gap-4 max-phone:grid-cols-1">
      <div className="col-span-full grid gap-2">
        <Field label={t('field.name')} required error={errors['name']}>
          <Input
            name="name"
            autoComplete="off"
            value={draft.name ?? ''}
            onChange={(name) => onChange({ ...draft, name })}
          />
        </Field>
        {underName}
      </div>
      <Field label={t('field.ownerId')} error={errors['ownerId']}>
        <MemberPicker value={draft.ownerId ?? null} onChange={(ownerId) => onChange({ ...draft, ownerId })} />
      </Field>
      <Field label={t('field.stage')} error={errors['stage']}>
        <Select
          items={COMPANY_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          value={draft.stage ?? 'prospect'}
          onChange={(stage) => onChange({ ...draft, stage })}
        />
      </Field>
      <TextField {...props} name="customerGroup" />
      <TextField {...props} name="employees" />
      <RevenueField {...props} />
      <ShareField {...props} />
      {LATER.map((name) => (
        <TextField key={name} {...props} name={name} />
      ))}
    </div>
  );
}

const LATER: readonly CompanyText[] = [
  'marketSegment',
  'industry',
  'territory',
  'legalEntity',
  'website',
  'phone',
  'fax',
];

const TYPES: Partial<Record<CompanyText, 'url' | 'tel'>> = { website: 'url', phone: 'tel', fax: 'tel' };

function TextField({ draft, onChange, errors, name }: CompanyFormProps & { name: CompanyText }) {
  const t = useCompanyWords();
  const proposals = useProposals(name, true);
  const options = name === 'employees' ? EMPLOYEES : proposals;
  return (
    <Field label={t(`field.${name}`)} error={errors[name]}>
      <Input
        name={name}
        type={TYPES[name] ?? 'text'}
        autoComplete="off"
        list={options.length > 0 ? `proposed-${name}` : undefined}
        value={draft[name] ?? ''}
        onChange={(text) => onChange({ ...draft, [name]: text.trim() === '' ? null : text })}
      />
      {options.length > 0 && (
        <datalist id={`proposed-${name}`}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
    </Field>
  );
}

function RevenueField({ draft, onChange, errors }: CompanyFormProps) {
  const t = useCompanyWords();
  const [currency, setCurrency] = useState('EUR');
  const keep = (amount: number | null, code: string) =>
    onChange({ ...draft, annualRevenue: amount === null ? null : { amount, currency: code } });
  const amount = draft.annualRevenue?.amount ?? null;
  return (
    <Field label={t('field.annualRevenue')} error={errors['annualRevenue']}>
      <MoneyInput
        min={0}
        value={amount}
        currency={currency}
        currencies={CURRENCIES}
        onChange={(next) => keep(next, currency)}
        onCurrency={(next) => {
          setCurrency(next);
          if (amount !== null) keep(amount, next);
        }}
      />
    </Field>
  );
}

function ShareField({ draft, onChange, errors }: CompanyFormProps) {
  const t = useCompanyWords();
  return (
    <Field label={t('field.marketShare')} error={errors['marketShare']}>
      <NumberInput
        min={0}
        max={100}
        unit="%"
        value={draft.marketShare ?? null}
        onChange={(marketShare) => onChange({ ...draft, marketShare })}
      />
    </Field>
  );
}

/** The first refused field has the focus. */
function useFirstRefused(errors: Readonly<Record<string, string>>) {
  const form = useRef<HTMLDivElement>(null);
  const [first] = Object.keys(errors);
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }, [first]);
  return form;
}
