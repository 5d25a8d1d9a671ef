import type { HttpBindings } from '@hono/node-server';

export const PERMISSIONS = [
  'book-for-others',
  'manage-links',
  'manage-rotations',
  'manage-settings',
  'see-all-records',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
export type Role = 'owner' | 'admin' | 'member';

/** Who asks: a signed-in member, by session cookie or by API key. */
export interface Caller {
  workspaceId: string;
  memberId: string;
  role: Role;
  permissions: ReadonlySet<Permission>;
  seat: boolean;
  via: 'cookie' | 'key';
}

/** Who may use a route. Owners and admins hold every permission. */
export type Access = 'public' | 'member' | 'admin' | Permission;

export interface HttpEnv {
  Variables: { caller: Caller | null; requestId: string };
  Bindings: HttpBindings;
}

export function isAdmin(caller: Caller): boolean {
  return caller.role !== 'member';
}

/** An API key may hold fewer permissions than its owner; then its owner's role does not help it. */
export function may(caller: Caller, permission: Permission): boolean {
  return caller.permissions.has(permission);
}

export function allowed(caller: Caller, access: Access): boolean {
  if (access === 'public' || access === 'member') return true;
  return access === 'admin' ? isAdmin(caller) : may(caller, access);
}
