import { idParam, listOf, z } from '../http/fields.ts';
import { answer, route, router } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { notFound } from '../refusal.ts';
import { listJobs, reviveJob } from './store.ts';

const tags = ['Jobs'];
const Job = z
  .object({
    id: z.string(),
    kind: z.string(),
    attempts: z.number(),
    runAt: z.string(),
    error: z.string().nullable(),
    diedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Job');
const MOST = 200;

const list = route('admin', {
  method: 'get',
  path: '/api/jobs',
  tags,
  summary: 'Work that waits, or that was given up',
  request: { query: z.object({ state: z.enum(['waiting', 'dead']).default('dead') }) },
  responses: { 200: answer(listOf(Job), 'Newest first, at most 200') },
});
const revival = route('admin', {
  method: 'post',
  path: '/api/jobs/{id}/revival',
  tags,
  summary: 'Try work again that was given up',
  request: { params: idParam },
  responses: { 200: answer(z.object({ state: z.literal('waiting') }), 'It is tried again at once') },
});

/** The dead state of the outbox, for an admin to see and to end. */
export function jobRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router()
    .openapi(list, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const rows = await listJobs(db.read, workspaceId, c.req.valid('query').state, MOST);
      const items = rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        attempts: row.attempts,
        runAt: row.run_at,
        error: row.last_error,
        diedAt: row.dead_at,
        createdAt: row.created_at,
      }));
      return c.json({ items, next: null }, 200);
    })
    .openapi(revival, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const revived = await db.transact((tx) => reviveJob(tx, clock, workspaceId, c.req.valid('param').id));
      if (!revived) throw notFound();
      platform.wakeWorker();
      return c.json({ state: 'waiting' } as const, 200);
    });
}
