import type { Context } from 'hono';
import { etagOf, changedMeanwhile, versionFrom } from '#platform/http/etag.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, Problem, tooMany } from '#platform/refusal.ts';
import { changeWorkspace } from './change-workspace.ts';
import { meAnswer, presentMe } from './me.ts';
import { memberAnswer, presentMember } from './member-fields.ts';
import { presentWorkspace } from './present-workspace.ts';
import { setUp } from './set-up.ts';
import { takeTokenTry } from './sign-in-tries.ts';
import { readWorkspace } from './store-workspaces.ts';
import { setUpBody, workspaceAnswer, workspaceChange } from './workspace-fields.ts';

const setUpAnswer = z.object({ workspace: workspaceAnswer, member: memberAnswer, apiKey: z.string() });

/** First run, who I am, and what we are. */
export function workspaceRoutes(platform: Platform) {
  const app = router();
  setUpRoute(platform, app);
  meRoute(platform, app);
  return app
    .openapi(
      route('member', {
        method: 'get',
        path: '/api/workspace',
        summary: 'The workspace and its settings',
        responses: { 200: answer(workspaceAnswer, 'The workspace') },
      }),
      async (c) => {
        const workspace = (await readWorkspace(platform.db.read, c.get('caller')!.workspaceId))!;
        c.header('ETag', etagOf(workspace.version));
        return c.json(presentWorkspace(platform, workspace), 200);
      },
    )
    .openapi(
      route('manage-settings', {
        method: 'patch',
        path: '/api/workspace',
        summary: 'Change the workspace; unknown links of the appointment page are refused',
        request: body(workspaceChange),
        responses: { 200: answer(workspaceAnswer, 'The workspace as it is now') },
      }),
      async (c) => {
        const version = versionFrom(c.req.header('if-match'));
        const { workspaceId } = c.get('caller')!;
        const result = await changeWorkspace(platform, workspaceId, c.req.valid('json'), version);
        if ('refused' in result) {
          if (result.refused === 'slug-taken') throw new Problem(409, 'taken', 'This address is taken.');
          throw changedMeanwhile(presentWorkspace(platform, result.workspace));
        }
        c.header('ETag', etagOf(result.workspace.version));
        return c.json(presentWorkspace(platform, result.workspace), 200);
      },
    );
}

type App = ReturnType<typeof router>;

function setUpRoute(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/setup',
      summary: 'Make the workspace and its owner, once, with the token printed at the start',
      request: body(setUpBody),
      responses: { 201: answer(setUpAnswer, 'Made; the key is shown this once') },
    }),
    async (c) => {
      const result = await setUp(platform, c.req.valid('json'));
      if ('refused' in result) throw await setUpProblem(platform, c, result.refused);
      const { workspace, owner, apiKey } = result;
      const member = presentMember(owner);
      return c.json({ workspace: presentWorkspace(platform, workspace), member, apiKey }, 201);
    },
  );
}

async function setUpProblem(
  platform: Platform,
  c: Context<HttpEnv>,
  refused: 'done' | 'wrong-token',
): Promise<Problem> {
  if (refused === 'done') return new Problem(409, 'conflict', 'Rondo is set up already. Sign in instead.');
  const refusal = await takeTokenTry(platform, limitAddress(platform, c));
  if (refusal) return tooMany(refusal.retryAfterSeconds);
  return notAllowed('This is not the set-up token. It is printed where Rondo starts.');
}

function meRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/me',
      summary: 'The signed-in member, what they may do, and their private calendar feed',
      responses: { 200: answer(meAnswer, 'You') },
    }),
    async (c) => c.json(await presentMe(platform, c.get('caller')!), 200),
  );
}
