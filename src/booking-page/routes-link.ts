import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { BOOKING, enter, READ } from '#bookings/public-door.ts';
import { aboutLink } from './about-link.ts';
import { choosePage } from './choose.ts';
import { detailsPage } from './details.ts';
import { detailsView } from './details-view.ts';
import { askedFrom, chooseView, startFrom, type Place } from './link-view.ts';
import { offersPage } from './offers.ts';
import { offersView } from './offers-view.ts';
import { unclearPage } from './refusals.ts';
import { sendForm } from './send-form.ts';
import { frameFor, sendPage, type PageContext } from './send-page.ts';

/** The pages of a link: `/{workspace}/{link}` and, for the company-wide one, `/book_appointment` (B8). */
export function linkPages(platform: Platform, rate: PublicRate) {
  const pages = new Hono<HttpEnv>();
  const found = (c: PageContext, weight: typeof READ | typeof BOOKING): Promise<FoundLink> => {
    const { workspace, link } = c.req.param() as { workspace?: string; link?: string };
    const address = workspace && link ? { workspace, link } : 'book_appointment';
    return enter(platform, rate, limitAddress(platform, c), address, weight);
  };
  for (const path of ['/book_appointment', '/:workspace/:link']) {
    pages.get(path, async (c) => show(platform, c, await found(c, READ)));
    pages.post(path, async (c) => {
      const link = await found(c, BOOKING);
      return sendForm(platform, c, link, await placeOf(platform, c, link));
    });
  }
  return pages;
}

/** The month, the offered times, or the form of a chosen start: all of it stands in the address. */
async function show(platform: Platform, c: PageContext, found: FoundLink): Promise<Response> {
  const place = await placeOf(platform, c, found);
  const { frame } = place;
  const asked = askedFrom(c.req.query(), found);
  if (!asked) return sendPage(c, frame, unclearPage(frame, place.at.path), 422);
  const start = startFrom(c.req.query('start'));
  if (start !== null) {
    return sendPage(c, frame, detailsPage(detailsView(platform, found, asked, start, place)));
  }
  if (found.link.kind === 'specific-times') {
    return sendPage(c, frame, offersPage(await offersView(platform, found, asked, place)));
  }
  return sendPage(c, frame, choosePage(await chooseView(platform, found, asked, place)));
}

async function placeOf(platform: Platform, c: PageContext, found: FoundLink): Promise<Place> {
  const { workspace, link } = found;
  const { language: wanted } = link.settings;
  const named = { name: workspace.name, accent: workspace.accent };
  const frame = frameFor(platform, c, named, wanted === 'visitor' ? {} : { language: wanted });
  const { language, c: contact } = c.req.query();
  const query = { ...(language && { language }), ...(contact && { c: contact }) };
  return { frame, at: { path: new URL(c.req.url).pathname, query }, about: await aboutLink(platform, found) };
}
