import { Field } from '#ui/field.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';

/** N3: whose link it is; only who manages links gives it to somebody else. */
export function OwnerOfLink() {
  const t = useLinkWords();
  const { may } = useMe();
  const { link, edit, errorOf } = useEditing();
  if (!may('manage-links')) return null;
  return (
    <Field
      className="mt-5 max-w-88"
      label={t('hosts.owner')}
      hint={t('hosts.ownerHint')}
      error={errorOf('ownerId')}
    >
      <MemberPicker
        value={link.ownerId}
        onChange={(ownerId) => ownerId && ownerId !== link.ownerId && edit({ ownerId }, true)}
      />
    </Field>
  );
}
