import { Definition } from '#ui/definition-list.tsx';
import { nameOfCustom, useCustomFields, type CustomKind, type CustomType } from './custom-field-queries.ts';
import { CustomInPlace } from './custom-in-place.tsx';

/** Those that are chosen look like the values around them. */
const IN_PLACE: readonly CustomType[] = ['date', 'choice', 'multi-choice'];

export interface CustomValuesProps {
  kind: CustomKind;
  /** The record as it is being saved, its custom values apart. */
  draft: object;
  readOnly: boolean;
  /** Answers why it was not saved: {'custom.<key>': value}. */
  save: (change: Readonly<Record<string, unknown>>) => Promise<string | undefined>;
}

/** The workspace's own fields of a record, among the others in its list of definitions. */
export function CustomValues({ kind, draft, readOnly, save }: CustomValuesProps) {
  const values = draft as Readonly<Record<string, unknown>>;
  return useCustomFields(kind).map((field) => (
    <Definition key={field.id} name={<bdi>{field.label}</bdi>} inPlace={IN_PLACE.includes(field.type)}>
      <CustomInPlace
        field={field}
        value={values[nameOfCustom(field)]}
        readOnly={readOnly}
        save={(value) => save({ [nameOfCustom(field)]: value })}
      />
    </Definition>
  ));
}
