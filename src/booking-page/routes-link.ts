import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { BOOKING, enter, READ } from '#bookings/public-door.ts';
import { sendAgain } from './check-mail-again.ts';
import { choosePage } from './choose.ts';
import { contactFullPage } from './contact-full.ts';
import { detailsPage } from './details.ts';
import { detailsView } from './details-view.ts';
import { fieldNames } from './form-names.ts';
import { formOf } from './form-of.ts';
import { identifyPage } from './identify.ts';
import { askedFrom, chooseView, startFrom } from './link-view.ts';
import { offersPage } from './offers.ts';
import { offersView } from './offers-view.ts';
import { placeOf, type OwnPlace } from './place.ts';
import { unclearPage } from './refusals.ts';
import { sendForm } from './send-form.ts';
import { identifyView, sendIdentification } from './send-identification.ts';
import { contactFullView, sendMessage } from './send-message.ts';
import { sendPage, type PageContext } from './send-page.ts';

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
    pages.post(path, async (c) => take(platform, c, await found(c, BOOKING)));
  }
  return pages;
}

/** The month, the offered times, or the form of a chosen start: all of it stands in the address. */
async function show(platform: Platform, c: PageContext, found: FoundLink): Promise<Response> {
  const place = await placeOf(platform, c, found, c.req.query());
  const { frame, offer } = place;
  const asked = askedFrom(c.req.query(), found);
  if (!asked) return sendPage(c, frame, unclearPage(frame, place.at.path), 422);
  if (asksWhoComes(found, place))
    return sendPage(c, frame, identifyPage(identifyView(platform, found, place, c.req.query())));
  if (offer.ownerFull) return sendPage(c, frame, contactFullPage(contactFullView(platform, found, place)));
  const start = startFrom(c.req.query('start'));
  if (start !== null) {
    return sendPage(c, frame, detailsPage(detailsView(platform, offer.found, asked, start, place)));
  }
  if (found.link.kind === 'specific-times') {
    return sendPage(c, frame, offersPage(await offersView(platform, offer.found, asked, place)));
  }
  return sendPage(c, frame, choosePage(await chooseView(platform, offer.found, asked, place)));
}

/** C4: nobody sees times of a link that asks for the e-mail first, before they have said it. */
function asksWhoComes({ link: { settings } }: FoundLink, { contact }: OwnPlace): boolean {
  return settings.identify === 'email' && settings.ownerFirst !== 'off' && contact === null;
}

/** A form of the link's page; what it says of itself tells which. */
async function take(platform: Platform, c: PageContext, found: FoundLink): Promise<Response> {
  const form = await formOf(c);
  const place = await placeOf(platform, c, found, Object.fromEntries(form));
  const step = form.get(fieldNames.step);
  if (step === 'identification') return sendIdentification(platform, c, found, place, form);
  if (step === 'message') return sendMessage(platform, c, found, place, form);
  return form.has('again')
    ? sendAgain(platform, c, found, place, form)
    : sendForm(platform, c, found, place, form);
}
