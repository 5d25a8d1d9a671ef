import { idParam, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed } from '#platform/refusal.ts';
import { sessionTokenFrom } from '#people/session-cookie.ts';
import { beginConsent } from './begin-consent.ts';
import { finishConsent } from './finish-consent.ts';
import type { ConsentServices } from './consent-kinds.ts';

const tags = ['Calendars'];
const kind = z.enum(['google', 'microsoft']);

const begin = route('member', {
  method: 'post',
  path: '/api/members/{id}/calendar-consents',
  tags,
  summary:
    'Begin to connect a Google or Microsoft account: where to sign in and consent; in a browser session only',
  request: { params: idParam, ...body(z.strictObject({ kind })) },
  responses: { 201: answer(z.object({ url: z.string() }), 'The address to open') },
});
const finish = route('public', {
  method: 'get',
  path: '/calendars/consents/{kind}',
  tags,
  summary:
    'Where a service sends people back to, with their answer; leads on to the settings and says how it went',
  request: {
    params: z.object({ kind }),
    query: z.object({
      state: z.string().max(200).optional(),
      code: z.string().max(4000).optional(),
      error: z.string().max(200).optional(),
    }),
  },
  responses: { 303: { description: 'To the settings' } },
});

export function consentRoutes(platform: Platform, services: ConsentServices) {
  return router()
    .openapi(begin, async (c) => {
      const session = sessionTokenFrom(platform, c.req.header('cookie'));
      const caller = c.get('caller')!;
      if (session === null || caller.via === 'key') throw notAllowed();
      const { id } = c.req.valid('param');
      const asked = { memberId: id, session, kind: c.req.valid('json').kind };
      return c.json({ url: await beginConsent(platform, services, caller, asked) }, 201);
    })
    .openapi(finish, async (c) => {
      const { kind } = c.req.valid('param');
      const { state, code, error } = c.req.valid('query');
      const session = sessionTokenFrom(platform, c.req.header('cookie'));
      const caller = c.get('caller');
      // Who is not signed in here, or not any more, has nothing to bring back.
      const { outcome, memberId = caller?.memberId } =
        caller?.via === 'cookie' && session !== null && state !== undefined
          ? await finishConsent(platform, services, caller, { kind, session, state, code, error })
          : { outcome: 'expired' };
      const query = new URLSearchParams({ consent: outcome, kind });
      // An admin who connected a colleague's goes back to that colleague's.
      if (memberId !== undefined && memberId !== caller?.memberId) query.set('member', memberId);
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      return c.redirect(`/admin/settings/calendars?${query.toString()}`, 303);
    });
}
