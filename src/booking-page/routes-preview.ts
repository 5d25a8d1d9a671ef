import { Hono } from 'hono';
import { minuteFromIso } from '#engine/minutes.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { isId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { newToken } from '#platform/secrets.ts';
import { opennessOf } from '#links/open.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import { asksOf } from './asks.ts';
import { detailsPage } from './details.ts';
import { detailsView } from './details-view.ts';
import { fieldNames } from './form-names.ts';
import { formOf } from './form-of.ts';
import { linkPage } from './link-page.ts';
import { askedFrom } from './link-view.ts';
import { placeOf, type OwnPlace } from './place.ts';
import { readForm } from './read-form.ts';
import { framed } from './send-form.ts';
import { sendIdentification } from './send-identification.ts';
import { sendPage, type PageContext } from './send-page.ts';

/**
 * `/admin/preview/{linkId}`: the pages of a link as a stranger sees them, for members, also while it is off (L2, N3).
 * They are made by what makes the public ones; only a form ends here, where nothing is booked, written or sent.
 */
export function previewPages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/admin/preview/:linkId', (c) => show(platform, c));
  pages.post('/admin/preview/:linkId', (c) => take(platform, c));
  return pages;
}

async function show(platform: Platform, c: PageContext): Promise<Response> {
  if (!c.get('caller')) return toSignIn(c);
  const found = await linkOf(platform, c);
  return linkPage(platform, c, found, await previewOf(platform, c, found, c.req.query()));
}

/** As every address of the staff app does. */
function toSignIn(c: PageContext): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`, 303);
}

/** A link of the caller's workspace; 404 for any other, for a deleted one, and for whoever is not signed in. */
async function linkOf({ db }: Platform, c: PageContext): Promise<FoundLink> {
  const caller = c.get('caller');
  const linkId = c.req.param('linkId') ?? '';
  const found = caller && isId(linkId) && (await findLinkById(db.read, caller.workspaceId, linkId));
  if (!found || found.link.deletedAt) throw notFound();
  return found;
}

/** A stranger's place. Only where the link asks for the address first does one that was typed make somebody known. */
async function previewOf(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  { c: token, ...asked }: Partial<Record<string, string>>,
): Promise<OwnPlace> {
  const identified = found.link.settings.identify === 'email' && token ? { c: token } : {};
  const place = await placeOf(platform, c, found, { ...asked, ...identified });
  return { ...place, frame: { ...place.frame, preview: opennessOf(found) } };
}

/** What a form would do is said instead of done; where it only leads on, it does. */
async function take(platform: Platform, c: PageContext): Promise<Response> {
  const found = await linkOf(platform, c);
  const form = await formOf(c);
  const place = await previewOf(platform, c, found, Object.fromEntries(form));
  if (form.get(fieldNames.step) === 'identification')
    return sendIdentification(platform, c, found, place, form);
  const sent = readForm(form, asksOf(found.link.settings, place.frame.language));
  const asked = askedFrom({ timeZone: sent.timeZone, duration: sent.duration }, found);
  const start = minuteFromIso(sent.start);
  if (!asked || start === null) return linkPage(platform, c, found, place);
  const again = { typed: sent.typed, key: newToken(), token: null, panel: { kind: 'preview' } as const };
  const shown = framed(place, sent);
  return sendPage(c, shown.frame, detailsPage(detailsView(platform, found, asked, start, shown, again)));
}
