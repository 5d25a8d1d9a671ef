import type { Reader } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { readOnlyWorkspace, readWorkspace } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import type { Link } from './link.ts';
import { linkFrom } from './store.ts';
import '#hours/tables.ts';
import './tables.ts';

/** A link as its address found it, with its workspace and the days of its own holiday list (JSON). */
export interface FoundLink {
  workspace: Workspace;
  link: Link;
  isAppointmentPage: boolean;
  holidayDays: string | null;
}

/** By /{workspace}/{link}; also a link that is off or deleted, so that its page can say so. */
export async function findLink(
  db: Reader,
  workspaceSlug: string,
  linkSlug: string,
): Promise<FoundLink | undefined> {
  const row = await withHolidays(db)
    .innerJoin('workspaces as w', 'w.workspace_id', 'l.workspace_id')
    .where('w.slug', '=', workspaceSlug)
    .where('l.slug', '=', linkSlug)
    .executeTakeFirst();
  return row && found(row, (await readWorkspace(db, row.workspace_id))!);
}

export async function findLinkById(
  db: Reader,
  workspaceId: string,
  linkId: string,
): Promise<FoundLink | undefined> {
  const row = await withHolidays(db)
    .where('l.workspace_id', '=', workspaceId)
    .where('l.link_id', '=', linkId)
    .executeTakeFirst();
  return row && found(row, (await readWorkspace(db, workspaceId))!);
}

/** The company-wide page (B8): off = closed; never chosen = nothing there. */
export async function findAppointmentPage(db: Reader): Promise<FoundLink | 'closed' | undefined> {
  const workspace = await readOnlyWorkspace(db);
  if (!workspace?.appointmentPage.linkId) return undefined;
  if (!workspace.appointmentPage.enabled) return 'closed';
  return findLinkById(db, workspace.id, workspace.appointmentPage.linkId);
}

function withHolidays(db: Reader) {
  return db
    .selectFrom('links as l')
    .leftJoin('holiday_lists as h', (join) =>
      join
        .onRef('h.workspace_id', '=', 'l.workspace_id')
        .onRef('h.holiday_list_id', '=', 'l.holiday_list_id'),
    )
    .selectAll('l')
    .select('h.days as holiday_days');
}

function found(row: Row<'links'> & { holiday_days: string | null }, workspace: Workspace): FoundLink {
  const link = linkFrom(row);
  return {
    workspace,
    link,
    isAppointmentPage: workspace.appointmentPage.linkId === link.id,
    holidayDays: row.holiday_days,
  };
}
