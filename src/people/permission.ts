import { PERMISSIONS, type Permission, type Role } from '#platform/http/caller.ts';

/** N1: owners and admins hold every permission; members those given to them. */
export function permissionsOf(role: Role, given: readonly Permission[]): Permission[] {
  return role === 'member' ? [...given] : [...PERMISSIONS];
}

/** What a key may do: never more than its member may today, and what was taken from it stays away. */
export function permissionsOfKey(
  member: readonly Permission[],
  key: readonly Permission[] | null,
): Permission[] {
  return key === null ? [...member] : member.filter((permission) => key.includes(permission));
}

/** A key with fewer permissions is not helped by its member's role. */
export function roleOfKey(role: Role, key: readonly Permission[] | null): Role {
  return key === null ? role : 'member';
}
