import { answers } from '../db/database.ts';
import { z } from '../http/fields.ts';
import { answer, route, router } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { Problem } from '../refusal.ts';
import { version } from '../version.ts';

const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.enum(['sqlite', 'postgres']),
  tzdata: z.string(),
});

const health = route('public', {
  method: 'get',
  path: '/healthz',
  summary: 'Whether this process answers and its database does',
  responses: { 200: answer(Health, 'Ready') },
});

/** 503 while the database does not answer, and from the moment the process was asked to stop. */
export function healthRoutes(platform: Platform, isStopping: () => boolean) {
  return router().openapi(health, async (c) => {
    if (isStopping() || !(await answers(platform.db))) throw new Problem(503, 'busy', 'Not ready.');
    return c.json(
      { status: 'ok', version, database: platform.db.kind, tzdata: process.versions.tz ?? '' } as const,
      200,
    );
  });
}
