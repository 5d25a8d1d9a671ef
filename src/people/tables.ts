import type { Generated } from 'kysely';
import type { Flag } from '#platform/db/tables.ts';
import type { Role } from '#platform/http/caller.ts';
import type { FeedDetail } from './feed.ts';

export interface WorkspaceRow {
  workspace_id: string;
  slug: string;
  name: string;
  time_zone: string;
  locale: string;
  country: string | null;
  accent: string;
  /** JSON of WorkspaceSettings. */
  settings: string;
  /** A9: how long a calendar may go unread before it closes its member. */
  calendar_stale_minutes: Generated<number>;
  version: number;
  created_at: string;
}

export interface LogoRow {
  workspace_id: string;
  logo_hash: string;
  type: string;
  /** Base64. */
  content: string;
  created_at: string;
}

export interface MemberRow {
  workspace_id: string;
  member_id: string;
  /** The identity that signs in; null until an invitation is accepted. */
  user_id: string | null;
  name: string;
  name_folded: string;
  email: string;
  email_folded: string;
  role: Role;
  seat: Flag;
  /** JSON list of Permission. */
  permissions: string;
  time_zone: string;
  locale: string;
  active: Flag;
  holiday_list_id: string | null;
  meeting_url: string | null;
  feed_token_sealed: string;
  /** Whether its readers see what for, or only when. */
  feed_detail: Generated<FeedDetail>;
  feed_version: Generated<number>;
  version: number;
  created_at: string;
  deactivated_at: string | null;
}

export interface TeamRow {
  workspace_id: string;
  team_id: string;
  name: string;
  name_folded: string;
  version: number;
  created_at: string;
}

export interface TeamMemberRow {
  workspace_id: string;
  team_id: string;
  member_id: string;
  joined_at: string;
}

export interface ApiKeyRow {
  key_hash: string;
  workspace_id: string;
  key_id: string;
  member_id: string;
  name: string;
  /** JSON list of Permission; null = whatever its member may do. */
  permissions: string | null;
  created_at: string;
  last_used_at: string | null;
}

export interface TokenRow {
  token_hash: string;
  workspace_id: string;
  kind: string;
  subject_id: string;
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
}

export interface UserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface SessionRow {
  id: string;
  expiresAt: string;
  token: string;
  createdAt: string;
  /** When it was last used, to ten minutes. */
  updatedAt: string;
  /** Always null. */
  ipAddress: string | null;
  /** A short name ("Firefox on Linux"), never what the browser sent. */
  userAgent: string | null;
  userId: string;
}

/** The columns of the sign-in library that we write; the others stay null. */
export interface AccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface TwoFactorRow {
  user_id: string;
  secret_sealed: string;
  last_step: number;
  created_at: string;
  /** Null until a first code was right. */
  enabled_at: string | null;
}

export interface RecoveryCodeRow {
  user_id: string;
  code_hash: string;
  created_at: string;
  used_at: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    workspaces: WorkspaceRow;
    workspace_logos: LogoRow;
    members: MemberRow;
    teams: TeamRow;
    team_members: TeamMemberRow;
    api_keys: ApiKeyRow;
    tokens: TokenRow;
    auth_users: UserRow;
    auth_sessions: SessionRow;
    auth_accounts: AccountRow;
    two_factor: TwoFactorRow;
    recovery_codes: RecoveryCodeRow;
  }
}
