import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { chosenStart } from './chosen-start.ts';
import { choosePage } from './choose.ts';
import { contactFullPage } from './contact-full.ts';
import { detailsPage } from './details.ts';
import { identifyPage } from './identify.ts';
import { askedFrom, chooseView, startFrom } from './link-view.ts';
import { offersPage } from './offers.ts';
import { isOnOffer, offersView } from './offers-view.ts';
import type { OwnPlace } from './place.ts';
import { unclearPage } from './refusals.ts';
import { identifyView } from './send-identification.ts';
import { contactFullView } from './send-message.ts';
import { sendPage, type PageContext } from './send-page.ts';

/** The month, the offered times, or the form of a chosen start: all of it stands in the address. */
export async function linkPage(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: OwnPlace,
): Promise<Response> {
  const { frame, offer } = place;
  const asked = askedFrom(c.req.query(), found);
  if (!asked) return sendPage(c, frame, unclearPage(frame, place.at.path), 422);
  if (asksWhoComes(found, place))
    return sendPage(c, frame, identifyPage(identifyView(platform, found, place, c.req.query())));
  if (offer.ownerFull) return sendPage(c, frame, contactFullPage(contactFullView(platform, found, place)));
  const start = startFrom(c.req.query('start'));
  if (found.link.kind === 'specific-times') {
    const offers = await offersView(platform, offer.found, asked, place, start);
    if (start === null || !isOnOffer(offers, start)) return sendPage(c, frame, offersPage(offers));
  }
  if (start !== null) {
    const chosen = await chosenStart(platform, offer.found, asked, start, place);
    return sendPage(c, frame, detailsPage(chosen));
  }
  return sendPage(c, frame, choosePage(await chooseView(platform, offer.found, asked, place)));
}

/** C4: nobody sees times of a link that asks for the e-mail first, before they have said it. */
function asksWhoComes({ link: { settings } }: FoundLink, { contact }: OwnPlace): boolean {
  return settings.identify === 'email' && settings.ownerFirst !== 'off' && contact === null;
}
