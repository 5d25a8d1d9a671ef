import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import type { MemberView } from './member-queries.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

type Role = MemberView['role'];

/** Only owners make owners. */
export function RoleChoice(props: {
  value: Role;
  onChange: (role: Role) => void;
  error?: string;
  readOnly?: boolean;
}) {
  const t = usePeopleWords();
  const me = useMe();
  const roles: Role[] =
    me.member.role === 'owner' || props.value === 'owner'
      ? ['member', 'admin', 'owner']
      : ['member', 'admin'];
  return (
    <Field label={t('members.role')} error={props.error} readOnly={props.readOnly}>
      <Select
        items={roles.map((value) => ({ value, label: t(`role.${value}`), hint: t(`role.${value}Hint`) }))}
        value={props.value}
        onChange={props.onChange}
      />
    </Field>
  );
}
