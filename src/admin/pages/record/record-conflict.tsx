import { nameOfCustom, useCustomFields, type CustomKind } from '#crm/fields/screens/custom-field-queries.ts';
import { useCustomWords } from '#crm/fields/screens/use-custom-words.ts';
import { SaveConflict, type SaveConflictProps } from '#ui/save-conflict.tsx';

type RecordConflictProps<Kept> = SaveConflictProps<Kept> & { kind: CustomKind };

/** The question what stays, also when it is about fields of the workspace's own. */
export function RecordConflict<Kept extends { version: number }>(props: RecordConflictProps<Kept>) {
  const { kind, names, show, ...rest } = props;
  const fields = useCustomFields(kind);
  const words = useCustomWords();
  const own = Object.fromEntries(fields.map((field) => [nameOfCustom(field), field.label]));
  const showOwn = (name: keyof Kept, value: Kept[keyof Kept]) => {
    const field = fields.find((one) => nameOfCustom(one) === name);
    if (field) return words(field, value);
    return show ? show(name, value) : typeof value === 'string' ? value : JSON.stringify(value);
  };
  return <SaveConflict {...rest} names={{ ...own, ...names }} show={showOwn} />;
}
