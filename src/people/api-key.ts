import type { Permission } from '#platform/http/caller.ts';

/** A key that a program carries in a member's name. The key itself is shown once and kept as a hash. */
export interface ApiKey {
  id: string;
  name: string;
  memberId: string;
  /** Null = whatever its member may do. */
  permissions: Permission[] | null;
  createdAt: string;
  lastUsedAt: string | null;
}

/** Beyond this many keys of one member something is wrong, and the oldest should go first. */
export const MOST_KEYS = 50;
