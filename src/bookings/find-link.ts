import type { Reader } from '#platform/db/database.ts';
import { notFound, Problem } from '#platform/refusal.ts';
import { isSlug } from '#people/slug.ts';
import { opennessOf } from '#links/open.ts';
import { findAppointmentPage, findLink, type FoundLink } from '#links/store-public.ts';

/** Which link an address names; `book_appointment` stands in place of both slugs (B8). */
export type Address = { workspace: string; link: string } | 'book_appointment';

/** The link behind an address, open for booking: 404 for what never was, 410 for what is no more or closed (B6, B8, L8). */
export async function openLink(db: Reader, address: Address): Promise<FoundLink> {
  const found =
    address === 'book_appointment' ? await findAppointmentPage(db) : await findBySlugs(db, address);
  if (found === undefined) throw notFound();
  const openness = opennessOf(found);
  if (openness === 'gone') throw new Problem(410, 'gone', 'This link is no longer bookable.');
  if (openness === 'closed') throw new Problem(410, 'closed', 'Scheduling is switched off at the moment.');
  return found;
}

/** Words that can be no slug are asked of no database: it may not even be able to keep them. */
async function findBySlugs(
  db: Reader,
  { workspace, link }: Exclude<Address, string>,
): Promise<FoundLink | undefined> {
  return isSlug(workspace) && isSlug(link) ? findLink(db, workspace, link) : undefined;
}
