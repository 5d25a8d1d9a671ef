import { Checkbox } from '#ui/checkbox.tsx';
import type { MemberView } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

type Permission = MemberView['permissions'][number];

/** Those that are given one by one, in the order in which they are read. */
export const PERMISSIONS_SHOWN: readonly Permission[] = [
  'book-for-others',
  'manage-links',
  'manage-rotations',
  'manage-settings',
  'see-all-records',
];

export interface PermissionBoxesProps {
  value: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
  /** Only these can be given. */
  offered?: readonly Permission[];
  readOnly?: boolean;
  label: string;
}

/** N1: what a member, or a key, may do beyond their own things; each with what it means. */
export function PermissionBoxes({
  value,
  onChange,
  offered = PERMISSIONS_SHOWN,
  readOnly,
  label,
}: PermissionBoxesProps) {
  const t = usePeopleWords();
  const turn = (permission: Permission, on: boolean) =>
    onChange(on ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{label}</legend>
      {offered.map((permission) => (
        <Checkbox
          key={permission}
          checked={value.includes(permission)}
          onChange={(on) => turn(permission, on)}
          readOnly={readOnly}
          hint={t(`permission.${permission}.hint`)}
        >
          {t(`permission.${permission}.name`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
