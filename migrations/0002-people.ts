import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table workspaces (
      workspace_id text primary key, slug text not null unique, name text not null, time_zone text not null,
      locale text not null, country text, accent text not null, settings text not null,
      version integer not null default 1, created_at INSTANT not null)`,

    `create table holiday_lists (
      workspace_id text not null, holiday_list_id text not null, name text not null, days text not null,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, holiday_list_id),
      foreign key (workspace_id) references workspaces (workspace_id))`,

    `create table members (
      workspace_id text not null, member_id text not null, user_id text, name text not null,
      name_folded text not null, email text not null, email_folded text not null, role text not null, seat integer not null, permissions text not null,
      time_zone text not null, locale text not null, active integer not null, holiday_list_id text,
      feed_token_sealed text not null, version integer not null default 1,
      created_at INSTANT not null, deactivated_at INSTANT,
      primary key (workspace_id, member_id),
      unique (workspace_id, email_folded),
      foreign key (workspace_id) references workspaces (workspace_id),
      foreign key (workspace_id, holiday_list_id) references holiday_lists (workspace_id, holiday_list_id))`,
    `create index members_by_user on members (user_id)`,
    `create index members_by_name on members (workspace_id, name_folded, member_id)`,

    `create table teams (
      workspace_id text not null, team_id text not null, name text not null, name_folded text not null,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, team_id), unique (workspace_id, name_folded))`,
    `create table team_members (
      workspace_id text not null, team_id text not null, member_id text not null, joined_at INSTANT not null,
      primary key (workspace_id, team_id, member_id),
      foreign key (workspace_id, team_id) references teams (workspace_id, team_id) on delete cascade,
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,

    `create table api_keys (
      key_hash text primary key, workspace_id text not null, key_id text not null, member_id text not null,
      name text not null, permissions text, created_at INSTANT not null, last_used_at INSTANT)`,
    `create unique index api_keys_by_id on api_keys (workspace_id, key_id)`,
    `create index api_keys_by_member on api_keys (workspace_id, member_id)`,

    // The sign-in library's own tables: identity is global, so they stand outside every workspace.
    `create table auth_users (
      id text primary key, name text not null, email text not null unique, "emailVerified" integer not null,
      image text, "createdAt" INSTANT not null, "updatedAt" INSTANT not null)`,
    `create table auth_sessions (
      id text primary key, "expiresAt" INSTANT not null, token text not null unique, "createdAt" INSTANT not null,
      "updatedAt" INSTANT not null, "ipAddress" text, "userAgent" text,
      "userId" text not null references auth_users (id) on delete cascade)`,
    `create index auth_sessions_by_user on auth_sessions ("userId")`,
    `create table auth_accounts (
      id text primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references auth_users (id) on delete cascade, "accessToken" text, "refreshToken" text,
      "idToken" text, "accessTokenExpiresAt" INSTANT, "refreshTokenExpiresAt" INSTANT, scope text, password text,
      "createdAt" INSTANT not null, "updatedAt" INSTANT not null)`,
    `create index auth_accounts_by_user on auth_accounts ("userId")`,
    `create table auth_verifications (
      id text primary key, identifier text not null, value text not null, "expiresAt" INSTANT not null,
      "createdAt" INSTANT not null, "updatedAt" INSTANT not null)`,
    `create index auth_verifications_by_identifier on auth_verifications (identifier)`,
  ]);
}
