import { COMPANY_FIELDS } from '#crm/companies/screens/company-field-names.ts';
import type { CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { CustomValues } from '#crm/fields/screens/custom-values.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { useDates } from '#ui/dates.tsx';
import { Definition, DefinitionList } from '#ui/definition-list.tsx';
import { Select } from '#ui/select.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { RecordConflict } from '../record/record-conflict.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';
import { COMPANY_STAGES } from './companies-search.ts';
import { NameInPlace, ShareInPlace, TextInPlace } from './company-text.tsx';
import { RevenueInPlace } from './revenue-in-place.tsx';

export interface CompanyFieldsProps {
  company: CompanyView;
  autosave: Autosave<CompanyView>;
  /** Its owner, when that is known. */
  owner?: { id: string; name: string };
}

/** What every piece of the fields needs. */
export interface PieceProps {
  company: CompanyView;
  readOnly: boolean;
  /** Answers why it was not saved. */
  save: (change: Partial<CompanyView>) => Promise<string | undefined>;
}

/** Every field of P1, each edited where it stands. Somebody else's company can be read only (P9). */
export function CompanyFields({ company, autosave, owner }: CompanyFieldsProps) {
  const t = useCompanyWords();
  const dates = useDates();
  const readOnly = !useMayEdit(company);
  const save: PieceProps['save'] = async (change) => (await autosave.saveOrSay(change)) ?? undefined;
  const piece = { company, readOnly, save };
  return (
    <>
      {readOnly && <p className="mb-3 text-12 text-faint">{t('othersRecord')}</p>}
      <h2 className="mb-2 font-semibold">{t('fields')}</h2>
      <DefinitionList>
        <Definition name={t('field.ownerId')} inPlace>
          <MemberPicker
            aria-label={t('field.ownerId')}
            value={company.ownerId}
            known={owner}
            readOnly={readOnly}
            onChange={(ownerId) => void autosave.save({ ownerId })}
          />
        </Definition>
        <StageChoice {...piece} />
        <NameInPlace {...piece} />
        <TextInPlace {...piece} name="customerGroup" />
        <TextInPlace {...piece} name="employees" />
        <RevenueInPlace {...piece} />
        <ShareInPlace {...piece} />
        <TextInPlace {...piece} name="marketSegment" />
        <TextInPlace {...piece} name="industry" />
        <TextInPlace {...piece} name="territory" />
        <TextInPlace {...piece} name="legalEntity" />
        <CustomValues kind="company" draft={autosave.draft} readOnly={readOnly} save={save} />
      </DefinitionList>
      <Reach {...piece} />
      <p className="mt-4 border-t border-line pt-4 text-12 text-faint">
        {t('made', { day: dates.day(dates.dateOf(company.createdAt)) })}
      </p>
      <Conflict autosave={autosave} />
    </>
  );
}

function Reach(piece: PieceProps) {
  const t = useCompanyWords();
  return (
    <>
      <h2 className="mt-4 mb-2 border-t border-line pt-4 font-semibold">{t('reach')}</h2>
      <DefinitionList>
        <TextInPlace {...piece} name="website" />
        <TextInPlace {...piece} name="phone" />
        <TextInPlace {...piece} name="fax" />
      </DefinitionList>
    </>
  );
}

function StageChoice({ company, readOnly, save }: PieceProps) {
  const t = useCompanyWords();
  return (
    <Definition name={t('field.stage')} inPlace>
      <Select
        size="s"
        aria-label={t('field.stage')}
        readOnly={readOnly}
        items={COMPANY_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={company.stage}
        onChange={(stage) => void save({ stage })}
      />
    </Definition>
  );
}

function Conflict({ autosave }: Pick<CompanyFieldsProps, 'autosave'>) {
  const t = useCompanyWords();
  const names = Object.fromEntries(COMPANY_FIELDS.map((name) => [name, t(`field.${name}`)]));
  return <RecordConflict kind="company" autosave={autosave} names={names} />;
}
