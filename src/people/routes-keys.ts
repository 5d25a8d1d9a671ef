import { isAdmin, type Caller } from '#platform/http/caller.ts';
import { id, idParam, line, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound, Problem } from '#platform/refusal.ts';
import { MOST_KEYS } from './api-key.ts';
import { makeKey } from './make-key.ts';
import { permission, permissions } from './member-fields.ts';
import { deleteKey, listKeys } from './store-keys.ts';

const newKey = z.strictObject({ name: line(80), permissions: permissions.optional() });
const madeKey = z.object({ id: z.string(), key: z.string() });
const keyAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    memberId: z.string(),
    permissions: z.array(permission).nullable(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi('ApiKey');
const query = listQuery.pick({ limit: true }).extend({ cursor: id.optional() });

/** Keys for programs: one's own, and for admins everybody's. */
export function keyRoutes(platform: Platform) {
  const app = router();
  makeRoute(platform, app);
  listRoute(platform, app);
  deleteRoute(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

function makeRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/api-keys',
      summary: 'Make a key; it is shown this once and may do at most what you may',
      request: body(newKey),
      responses: { 201: answer(madeKey, 'The key') },
    }),
    async (c) => {
      const given = c.req.valid('json');
      const result = await makeKey(platform, c.get('caller')!, given.name, given.permissions);
      if ('refused' in result) throw keyProblem(result.refused);
      return c.json(result, 201);
    },
  );
}

function listRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/api-keys',
      summary: 'Keys by age, without what they are',
      request: { query },
      responses: { 200: answer(listOf(keyAnswer), 'Keys') },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const caller = c.get('caller')!;
      const filter = { memberId: whose(caller), after: cursor, limit };
      const items = await listKeys(platform.db.read, caller.workspaceId, filter);
      return c.json({ items, next: items.length === limit ? items.at(-1)!.id : null }, 200);
    },
  );
}

function deleteRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'delete',
      path: '/api/api-keys/{id}',
      summary: 'Delete a key; it stops working at once',
      request: { params: idParam },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const deleted = await platform.db.transact((tx) =>
        deleteKey(tx, caller.workspaceId, id, whose(caller)),
      );
      if (!deleted) throw notFound();
      return c.body(null, 204);
    },
  );
}

function whose(caller: Caller): string | undefined {
  return isAdmin(caller) ? undefined : caller.memberId;
}

function keyProblem(refused: 'more-than-yours' | 'too-many'): Problem {
  if (refused === 'more-than-yours') return notAllowed('A key may hold only permissions that you hold.');
  return new Problem(409, 'conflict', `You have ${MOST_KEYS} keys. Delete one that nobody uses any more.`);
}
