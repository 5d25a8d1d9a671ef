import { idParam, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { ownSession } from './own-session.ts';
import { sessionAnswer } from './security-fields.ts';
import { openSessions } from './sessions.ts';
import { signOut } from './sign-in.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { endSession } from './store-sessions.ts';

const done = z.object({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;

/** Where somebody is signed in, and the way out of each place. */
export function sessionRoutes(platform: Platform) {
  const app = router();
  listRoute(platform, app);
  endRoute(platform, app);
  endAllRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

function listRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/auth/sessions',
      summary: 'Where you are signed in; the one last used first',
      responses: { 200: answer(z.object({ items: z.array(sessionAnswer) }), 'Sessions') },
    }),
    async (c) => {
      const own = await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      return c.json({ items: await openSessions(platform, own) }, 200);
    },
  );
}

function endRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'delete',
      path: '/api/auth/sessions/{id}',
      summary: 'End one session of yours',
      request: { params: idParam },
      responses: { 204: { description: 'Ended' } },
    }),
    async (c) => {
      // Sessions are for the person at the browser: to a program with a key there are none.
      if (c.get('caller')!.via === 'key') throw notFound();
      const cookies = c.req.header('cookie');
      const { userId, token } = await ownSession(platform, c.get('caller'), cookies);
      const ended = await platform.db.transact((tx) => endSession(tx, userId, c.req.valid('param').id));
      if (ended === undefined) throw notFound();
      if (ended === token) {
        for (const cookie of await signOut(platform, cookies ?? '')) {
          c.header('Set-Cookie', cookie, { append: true });
        }
      }
      return c.body(null, 204);
    },
  );
}

function endAllRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/revoke-other-sessions',
      summary: 'End every session of yours but this one',
      responses: { 200: answer(done, 'Ended') },
    }),
    async (c) => {
      const { token, userId } = await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const { workspaceId, memberId: id } = c.get('caller')!;
      await platform.db.transact((tx) => signOutEverywhere(tx, { workspaceId, id, userId }, token));
      return c.json(OK, 200);
    },
  );
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/revoke-sessions',
      summary: 'Sign out everywhere, here too',
      responses: { 200: answer(done, 'Ended') },
    }),
    async (c) => {
      const cookies = c.req.header('cookie');
      const { userId } = await ownSession(platform, c.get('caller'), cookies);
      const { workspaceId, memberId: id } = c.get('caller')!;
      await platform.db.transact((tx) => signOutEverywhere(tx, { workspaceId, id, userId }));
      for (const cookie of await signOut(platform, cookies ?? '')) {
        c.header('Set-Cookie', cookie, { append: true });
      }
      return c.json(OK, 200);
    },
  );
}
