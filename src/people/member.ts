import type { Permission, Role } from '#platform/http/caller.ts';
import type { Language } from '#platform/messages/messages.ts';

/** A person of the workspace (N1). */
export interface Member {
  workspaceId: string;
  id: string;
  /** The identity that signs in; null until an invitation is accepted. */
  userId: string | null;
  name: string;
  email: string;
  role: Role;
  seat: boolean;
  /** As given to them. Owners and admins hold every permission whatever stands here. */
  permissions: Permission[];
  timeZone: string;
  locale: Language;
  active: boolean;
  holidayListId: string | null;
  /** Where they are met by video; https. */
  meetingUrl: string | null;
  /** True until the invitation is accepted: the member can host, but not sign in. */
  invited: boolean;
  version: number;
  createdAt: string;
  deactivatedAt: string | null;
}

/** What an admin says about a new member. */
export interface NewMember {
  name: string;
  email: string;
  role: Role;
  seat: boolean;
  permissions: Permission[];
  timeZone: string;
  locale: Language;
  active: boolean;
  holidayListId: string | null;
  meetingUrl: string | null;
}

export type MemberChange = Partial<NewMember>;

/** What everyone may change about themselves; the rest is for admins. */
export const OWN_FIELDS: readonly (keyof MemberChange)[] = ['name', 'timeZone', 'locale', 'meetingUrl'];
