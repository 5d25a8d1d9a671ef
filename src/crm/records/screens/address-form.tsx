import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { countriesIn } from '#people/countries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { AddressDraft } from './address-queries.ts';

export interface AddressFormProps {
  draft: AddressDraft;
  onChange: (draft: AddressDraft) => void;
  /** Why a field was refused, by its name. */
  errors: Readonly<Record<string, string>>;
}

type Text = Exclude<keyof AddressDraft, 'type' | 'preferred' | 'country'>;

const TYPES = ['office', 'billing', 'delivery', 'other'] as const;
const WIDE: readonly Text[] = ['line1', 'line2'];
const PLACE: readonly Text[] = ['postcode', 'city', 'county', 'state'];
const REACH: readonly Text[] = ['phone', 'fax', 'email'];

export function AddressForm(props: AddressFormProps) {
  const { draft, onChange } = props;
  const t = useCompanyWords();
  const form = useFirstRefused(props.errors);
  return (
    <div ref={form} className="grid grid-cols-2 gap-4 max-phone:grid-cols-1">
      <Field label={t('address.field.type')}>
        <Select
          items={TYPES.map((value) => ({ value, label: t(`address.type.${value}`) }))}
          value={draft.type}
          onChange={(type) => onChange({ ...draft, type })}
        />
      </Field>
      <TextField {...props} name="title" />
      {WIDE.map((name) => (
        <TextField key={name} {...props} name={name} wide />
      ))}
      {PLACE.map((name) => (
        <TextField key={name} {...props} name={name} />
      ))}
      <CountryField {...props} />
      {REACH.map((name) => (
        <TextField key={name} {...props} name={name} />
      ))}
      <div className="col-span-full">
        <Checkbox checked={draft.preferred} onChange={(preferred) => onChange({ ...draft, preferred })}>
          {t('address.preferThis')}
        </Checkbox>
      </div>
    </div>
  );
}

function TextField({
  draft,
  onChange,
  errors,
  name,
  wide,
}: AddressFormProps & { name: Text; wide?: boolean }): ReactNode {
  const t = useCompanyWords();
  return (
    <Field
      label={t(`address.field.${name}`)}
      error={errors[name]}
      className={wide ? 'col-span-full' : undefined}
    >
      <Input
        name={name}
        type={name === 'email' ? 'email' : name === 'phone' || name === 'fax' ? 'tel' : 'text'}
        autoComplete="off"
        value={draft[name] ?? ''}
        onChange={(text) => onChange({ ...draft, [name]: text.trim() === '' ? null : text })}
      />
    </Field>
  );
}

function CountryField({ draft, onChange, errors }: AddressFormProps) {
  const t = useCompanyWords();
  const language = useLanguage();
  const countries = useMemo(() => countriesIn(language), [language]);
  return (
    <Field label={t('address.field.country')} error={errors['country']}>
      <Combobox
        items={countries}
        value={countries.find(({ value }) => value === draft.country) ?? null}
        onChange={(country) => onChange({ ...draft, country: country?.value ?? null })}
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
