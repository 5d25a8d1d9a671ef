import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import type { Platform } from '#platform/platform.ts';
import { findRoom } from '#bookings/conference/find-room.ts';
import { signOf } from './brand.ts';
import { roomPage } from './room.ts';
import { frameFor, sendPage } from './send-page.ts';

/** The address that stands for a room of Google or Microsoft (B7); it leads on as soon as they say where that is. */
export function roomPages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/meet/:token', async (c) => {
    const { standing, joinUrl } = await findRoom(platform, c.req.param('token'), clientAddress(platform, c));
    if (joinUrl !== undefined) {
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      return c.redirect(joinUrl, 302);
    }
    const { booking, found, hosts } = standing;
    const frame = frameFor(platform, c, signOf(found.workspace), { language: booking.language });
    return sendPage(c, frame, roomPage(frame, hosts[0]?.name));
  });
  return pages;
}
