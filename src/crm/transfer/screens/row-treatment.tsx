import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import type { MappingProps } from './column-map.tsx';
import { isMapped } from './mapping.ts';
import { useTransferWords } from './words.ts';

/** What is done with rows whose record is there already, and what new ones are given. */
export function RowTreatment(props: MappingProps) {
  const t = useTransferWords();
  const { found, mapping, onChange } = props;
  return (
    <section aria-labelledby="there" className="mt-6">
      <h2 id="there" className="font-semibold">
        {t('there.title')}
      </h2>
      <p className="mb-1 text-muted">{t(found.kind === 'company' ? 'there.byName' : 'there.byAddress')}</p>
      <Duplicates {...props} />
      {isMapped(mapping, 'companyName') && (
        <Checkbox
          className="mt-3"
          checked={mapping.makeCompanies}
          onChange={(makeCompanies) => onChange({ ...mapping, makeCompanies })}
          hint={t('companies.hint')}
        >
          {t('companies.make')}
        </Checkbox>
      )}
      <Field
        label={t('owner.label')}
        hint={isMapped(mapping, 'ownerId') ? t('owner.hint') : undefined}
        className="mt-3 max-w-80"
      >
        <MemberPicker
          value={mapping.ownerId}
          onChange={(ownerId) => onChange({ ...mapping, ownerId })}
          placeholder={t('owner.nobody')}
        />
      </Field>
    </section>
  );
}

function Duplicates({ found, mapping, onChange }: MappingProps) {
  const t = useTransferWords();
  const makeWhat = t(found.kind === 'company' ? 'there.makeCompany' : 'there.makePerson');
  return (
    <RadioGroup
      aria-label={t('there.title')}
      value={mapping.duplicates}
      onChange={(duplicates) => onChange({ ...mapping, duplicates })}
      items={[
        { value: 'skip', label: t('there.skip'), hint: t('there.skipWhat') },
        { value: 'update', label: t('there.update'), hint: t('there.updateWhat') },
        { value: 'make', label: t('there.make'), hint: makeWhat },
      ]}
    />
  );
}
