import type { CustomKind } from '#crm/fields/screens/custom-field-queries.ts';
import { CustomValues } from '#crm/fields/screens/custom-values.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Definition, DefinitionList } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import type { ReactNode } from 'react';
import { mainEmail, withMainEmail, type PersonView } from './person.ts';
import { RecordConflict } from './record-conflict.tsx';
import { useMayEdit } from './use-may-edit.ts';
import { useRecordWords } from './words.ts';

export type TextField = 'name' | 'phone' | 'skype' | 'jobTitle' | 'companyName' | 'source';

export interface RecordFieldsProps<Person extends PersonView> {
  kind: CustomKind;
  person: Person;
  autosave: Autosave<Person>;
  /** One-line texts of this kind of record, in their order. */
  texts: readonly (TextField & keyof Person)[];
  children?: ReactNode;
}

/** The fields of a person, each edited where it stands. Somebody else's record can be read only (P9). */
export function RecordFields<Person extends PersonView>({
  kind,
  person,
  autosave,
  texts,
  children,
}: RecordFieldsProps<Person>) {
  const t = useRecordWords();
  const readOnly = !useMayEdit(person);
  const saveText = async (change: Partial<Person>) => (await autosave.saveOrSay(change)) ?? undefined;
  return (
    <>
      {readOnly && <p className="mb-3 text-12 text-faint">{t('othersRecord')}</p>}
      <DefinitionList>
        {children}
        <Texts person={person} texts={texts} readOnly={readOnly} saveText={saveText} />
        <Emails person={person} readOnly={readOnly} saveText={saveText} />
        <Definition name={t('field.ownerId')} inPlace>
          <MemberPicker
            aria-label={t('field.ownerId')}
            value={person.ownerId}
            readOnly={readOnly}
            onChange={(ownerId) => void autosave.save({ ownerId } as Partial<Person>)}
          />
        </Definition>
        <CustomValues
          kind={kind}
          draft={autosave.draft}
          readOnly={readOnly}
          save={(change) => saveText(change as Partial<Person>)}
        />
      </DefinitionList>
      <RecordConflict
        kind={kind}
        autosave={autosave}
        names={{ name: t('field.name'), emails: t('field.emails') } as Partial<Record<keyof Person, string>>}
      />
    </>
  );
}

interface PieceProps<Person> {
  person: Person;
  readOnly: boolean;
  /** Answers why it was not saved. */
  saveText: (change: Partial<Person>) => Promise<string | undefined>;
}

function Texts<Person extends PersonView>(
  props: PieceProps<Person> & { texts: RecordFieldsProps<Person>['texts'] },
) {
  const t = useRecordWords();
  const { person, texts, readOnly, saveText } = props;
  const changed = (name: TextField, value: string) =>
    ({ [name]: value === '' && name !== 'name' ? null : value }) as Partial<Person>;
  return texts.map((name) => (
    <Definition key={name} name={t(`field.${name}`)}>
      <EditInPlace
        label={t(`field.${name}`)}
        value={typeof person[name] === 'string' ? person[name] : ''}
        readOnly={readOnly}
        onSave={(value) => saveText(changed(name, value))}
      />
    </Definition>
  ));
}

function Emails<Person extends PersonView>(props: PieceProps<Person>) {
  const t = useRecordWords();
  const { person, readOnly, saveText } = props;
  const others = person.emails.filter(({ primary }) => !primary);
  return (
    <Definition name={t('field.emails')}>
      <EditInPlace
        label={t('field.emails')}
        type="email"
        value={mainEmail(person)}
        readOnly={readOnly}
        onSave={(address) => saveText({ emails: withMainEmail(person.emails, address) } as Partial<Person>)}
      />
      {others.map(({ address }) => (
        <bdi key={address} className="block truncate py-1 text-muted" title={address}>
          {address}
        </bdi>
      ))}
    </Definition>
  );
}
