import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Language } from '#platform/messages/messages.ts';
import { UNLIMITED } from './plan.ts';
import type { Workspace, WorkspaceSettings } from './workspace.ts';
import './tables.ts';

export function workspaceFrom(row: Row<'workspaces'>): Workspace {
  const settings = JSON.parse(row.settings) as WorkspaceSettings;
  return {
    id: row.workspace_id,
    slug: row.slug,
    name: row.name,
    timeZone: row.time_zone,
    locale: row.locale as Language,
    country: row.country,
    accent: row.accent,
    logo: settings.logo ?? null,
    appointmentPage: settings.appointmentPage,
    // One that was written before plans had more than a limit.
    plan: { ...UNLIMITED, ...settings.plan },
    // One that was written before answers were read.
    replyAddress: settings.replyAddress ?? null,
    onDecline: settings.onDecline ?? 'tell',
    calendarStaleMinutes: row.calendar_stale_minutes,
    version: row.version,
    createdAt: row.created_at,
  };
}

function rowFrom(workspace: Workspace): Row<'workspaces'> {
  const { logo, appointmentPage, plan, replyAddress, onDecline } = workspace;
  const settings: WorkspaceSettings = { logo, appointmentPage, plan, replyAddress, onDecline };
  return {
    workspace_id: workspace.id,
    slug: workspace.slug,
    name: workspace.name,
    time_zone: workspace.timeZone,
    locale: workspace.locale,
    country: workspace.country,
    accent: workspace.accent,
    settings: JSON.stringify(settings),
    calendar_stale_minutes: workspace.calendarStaleMinutes,
    version: workspace.version,
    created_at: workspace.createdAt,
  };
}

export async function insertWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await tx.insertInto('workspaces').values(rowFrom(workspace)).execute();
}

export async function readWorkspace(db: Reader, workspaceId: string): Promise<Workspace | undefined> {
  const row = await workspaceRow(db).where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row && workspaceFrom(row);
}

/** The workspace of this installation (N6), for addresses that name none; undefined before set-up. */
export async function readOnlyWorkspace(db: Reader): Promise<Workspace | undefined> {
  const row = await workspaceRow(db).orderBy('created_at').limit(1).executeTakeFirst();
  return row && workspaceFrom(row);
}

/** Reads the workspace and keeps others from changing it until the act ends. */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<Workspace | undefined> {
  const row = await workspaceRow(tx)
    .where('workspace_id', '=', workspaceId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && workspaceFrom(row);
}

function workspaceRow(db: Reader) {
  return db.selectFrom('workspaces').selectAll();
}

export async function updateWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  const { workspace_id, created_at: _kept, ...row } = rowFrom(workspace);
  await tx.updateTable('workspaces').set(row).where('workspace_id', '=', workspace_id).execute();
}

/** Set-up happens once for an installation: true for the one act that may do it. */
export async function claimSetUp(tx: Tx, workspaceId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('installation')
    .values({ name: SET_UP, value: workspaceId })
    .onConflict((oc) => oc.column('name').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function isSetUp(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('name')
    .where('name', '=', SET_UP)
    .executeTakeFirst();
  return row !== undefined;
}

const SET_UP = 'set-up';
