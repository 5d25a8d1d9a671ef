import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { readOnlyWorkspace, workspaceFrom } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import type { Link } from './link.ts';
import { linkFrom } from './store.ts';
import { withRotations } from './store-rotations.ts';
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
  const { rows } = await linkAt(db, { workspaceSlug, linkSlug });
  return rows[0] && foundIn(db, rows[0]);
}

const linkAt = prepared((db, { workspaceSlug, linkSlug }: { workspaceSlug: string; linkSlug: string }) =>
  linkInPlace(db).where('w.slug', '=', workspaceSlug).where('l.slug', '=', linkSlug),
);

export async function findLinkById(
  db: Reader,
  workspaceId: string,
  linkId: string,
): Promise<FoundLink | undefined> {
  const row = await linkInPlace(db)
    .where('l.workspace_id', '=', workspaceId)
    .where('l.link_id', '=', linkId)
    .executeTakeFirst();
  return row && foundIn(db, row);
}

/** The link behind the company-wide page (B8), open or not; undefined while none is chosen. */
export async function findAppointmentPage(db: Reader): Promise<FoundLink | undefined> {
  const workspace = await readOnlyWorkspace(db);
  if (!workspace?.appointmentPage.linkId) return undefined;
  return findLinkById(db, workspace.id, workspace.appointmentPage.linkId);
}

/** One statement for all of it: every public request begins here. */
function linkInPlace(db: Reader) {
  return db
    .selectFrom('links as l')
    .innerJoin('workspaces as w', 'w.workspace_id', 'l.workspace_id')
    .leftJoin('holiday_lists as h', (join) =>
      join
        .onRef('h.workspace_id', '=', 'l.workspace_id')
        .onRef('h.holiday_list_id', '=', 'l.holiday_list_id'),
    )
    .selectAll('l')
    .select(['w.slug as w_slug', 'w.name as w_name', 'w.time_zone as w_time_zone', 'w.locale as w_locale'])
    .select(['w.country as w_country', 'w.accent as w_accent', 'w.settings as w_settings'])
    .select('w.calendar_stale_minutes as w_calendar_stale_minutes')
    .select(['w.version as w_version', 'w.created_at as w_created_at', 'h.days as holiday_days']);
}

type RowInPlace = NonNullable<Awaited<ReturnType<ReturnType<typeof linkInPlace>['executeTakeFirst']>>>;

async function foundIn(db: Reader, row: RowInPlace): Promise<FoundLink> {
  const [link = linkFrom(row)] = await withRotations(db, row.workspace_id, [linkFrom(row)]);
  const workspace = workspaceFrom({
    workspace_id: row.workspace_id,
    slug: row.w_slug,
    name: row.w_name,
    time_zone: row.w_time_zone,
    locale: row.w_locale,
    country: row.w_country,
    accent: row.w_accent,
    settings: row.w_settings,
    calendar_stale_minutes: row.w_calendar_stale_minutes,
    version: row.w_version,
    created_at: row.w_created_at,
  });
  const isAppointmentPage = workspace.appointmentPage.linkId === link.id;
  return { workspace, link, isAppointmentPage, holidayDays: row.holiday_days };
}
