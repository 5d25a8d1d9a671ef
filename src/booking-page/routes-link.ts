import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { BOOKING, enter, READ } from '#bookings/public-door.ts';
import { sendAgain } from './check-mail-again.ts';
import { fieldNames } from './form-names.ts';
import { formOf } from './form-of.ts';
import { linkPage } from './link-page.ts';
import { placeOf } from './place.ts';
import { sendForm } from './send-form.ts';
import { sendIdentification } from './send-identification.ts';
import { sendMessage } from './send-message.ts';
import type { PageContext } from './send-page.ts';

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

async function show(platform: Platform, c: PageContext, found: FoundLink): Promise<Response> {
  return linkPage(platform, c, found, await placeOf(platform, c, found, c.req.query()));
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
