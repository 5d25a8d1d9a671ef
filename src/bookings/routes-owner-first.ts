import { idParam, emailAddress, z } from '#platform/http/fields.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import { recordField } from './booking-fields.ts';
import { identify } from '#bookings/owner-first/identify.ts';
import { inviteByLink } from '#bookings/owner-first/invite-by-link.ts';
import { contactFrom } from '#bookings/owner-first/owner-first.ts';
import { OwnerMessage, writeToOwner } from '#bookings/owner-first/owner-message.ts';
import { identifiedAnswer, messageAnswer } from './public-answers.ts';
import { BOOKING, limitedDoor, PLACES } from './public-door.ts';

const invitation = route('member', {
  method: 'post',
  path: '/api/links/{id}/invitations',
  tags: ['Links'],
  summary: 'An address of the link that knows whom it is sent to, and from which record',
  request: {
    params: idParam,
    ...body(z.strictObject({ record: recordField, email: emailAddress })),
  },
  responses: { 201: answer(z.object({ url: z.string() }), 'The address to send') },
});

/** Links that know their visitor (C4), and writing to an owner who has no free time (C2.2). */
export function ownerFirstRoutes(platform: Platform, rate: PublicRate) {
  const api = router();
  api.openapi(invitation, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await inviteByLink(platform, c.get('caller')!, id, c.req.valid('json')), 201);
  });
  const door = limitedDoor(platform, rate);
  for (const place of PLACES) {
    const { identification, message } = definitions(place);
    api.openapi(identification, async (c) => {
      const { email } = c.req.valid('json');
      return c.json({ c: identify(platform, await door(c, BOOKING), email) }, 200);
    });
    api.openapi(message, async (c) => {
      const written = c.req.valid('json');
      const found = await door(c, BOOKING);
      const contact = await contactFrom(platform, found, written.c);
      const sender = { key: c.req.header('idempotency-key') ?? null, network: limitAddress(platform, c) };
      await writeToOwner(platform, found, contact, written, sender);
      return c.json({ sent: true as const }, 202);
    });
  }
  return api;
}

function definitions({ base, params }: (typeof PLACES)[number]) {
  const tags = ['Public'];
  return {
    identification: route('public', {
      method: 'post',
      path: `${base}/identification`,
      tags,
      summary: 'On links that ask for the e-mail first: a token for it, whoever that is',
      request: { params, ...body(z.object({ email: emailAddress })) },
      responses: { 200: answer(identifiedAnswer, 'The token') },
    }),
    message: route('public', {
      method: 'post',
      path: `${base}/owner-message`,
      tags,
      summary: 'Write to the usual contact who has no free time',
      request: {
        params,
        headers: z.object({ 'idempotency-key': z.string().max(200).optional() }),
        ...body(OwnerMessage),
      },
      responses: { 202: answer(messageAnswer, 'It is on its way') },
    }),
  };
}
