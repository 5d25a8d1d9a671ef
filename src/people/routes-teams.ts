import { etagOf, changedMeanwhile, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, line, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { fold } from '#platform/fold.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { changeTeam, makeTeam, removeTeam, type TeamRefusal } from './change-team.ts';
import { joinTeam, leaveTeam } from './join-team.ts';
import { listTeams, readTeam } from './store-teams.ts';

const newTeam = z.strictObject({ name: line(120), memberIds: z.array(id).max(1000).default([]) });
const teamChange = z.strictObject({ name: line(120), memberIds: z.array(id).max(1000) }).partial();
const teamAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    memberIds: z.array(z.string()),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('Team');
const query = listQuery.pick({ limit: true, cursor: true });
const placeParam = z.object({ id, memberId: id });

/** Teams: everybody sees them, `manage-settings` changes them. */
export function teamRoutes(platform: Platform) {
  const app = router();
  readRoutes(platform, app);
  writeRoutes(platform, app);
  placeRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

function readRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/teams',
      summary: 'Teams by name',
      request: { query },
      responses: { 200: answer(listOf(teamAnswer), 'Teams') },
    }),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const items = await listTeams(platform.db.read, c.get('caller')!.workspaceId, { limit, after: cursor });
      return c.json({ items, next: items.length === limit ? fold(items.at(-1)!.name) : null }, 200);
    },
  );
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/teams/{id}',
      summary: 'One team',
      request: { params: idParam },
      responses: { 200: answer(teamAnswer, 'The team') },
    }),
    async (c) => {
      const team = await readTeam(platform.db.read, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!team) throw notFound();
      c.header('ETag', etagOf(team.version));
      return c.json(team, 200);
    },
  );
}

function writeRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('manage-settings', {
      method: 'post',
      path: '/api/teams',
      summary: 'Make a team',
      request: body(newTeam),
      responses: { 201: answer(teamAnswer, 'The new team') },
    }),
    async (c) => {
      const result = await makeTeam(platform, c.get('caller')!.workspaceId, c.req.valid('json'));
      if ('refused' in result) throw teamProblem(result);
      c.header('ETag', etagOf(result.team.version));
      return c.json(result.team, 201);
    },
  );
  app.openapi(
    route('manage-settings', {
      method: 'patch',
      path: '/api/teams/{id}',
      summary: 'Rename a team, or say anew who is in it',
      request: { params: idParam, ...body(teamChange) },
      responses: { 200: answer(teamAnswer, 'The team as it is now') },
    }),
    async (c) => {
      const { workspaceId } = c.get('caller')!;
      const { id } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const result = await changeTeam(platform, workspaceId, id, c.req.valid('json'), version);
      if ('refused' in result) throw teamProblem(result);
      c.header('ETag', etagOf(result.team.version));
      return c.json(result.team, 200);
    },
  );
  removeRoute(platform, app);
}

function removeRoute(platform: Platform, app: App): void {
  app.openapi(
    route('manage-settings', {
      method: 'delete',
      path: '/api/teams/{id}',
      summary: 'Dissolve a team; its members stay',
      request: { params: idParam },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      const removed = await removeTeam(platform, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!removed) throw notFound();
      return c.body(null, 204);
    },
  );
}

function placeRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('manage-settings', {
      method: 'put',
      path: '/api/teams/{id}/members/{memberId}',
      summary: 'Put a member into a team',
      request: { params: placeParam },
      responses: { 200: answer(teamAnswer, 'The team as it is now') },
    }),
    async (c) => {
      const { id, memberId } = c.req.valid('param');
      const result = await joinTeam(platform, c.get('caller')!.workspaceId, id, memberId);
      if ('refused' in result) throw notFound();
      return c.json(result.team, 200);
    },
  );
  app.openapi(
    route('manage-settings', {
      method: 'delete',
      path: '/api/teams/{id}/members/{memberId}',
      summary: 'Take a member out of a team',
      request: { params: placeParam },
      responses: { 204: { description: 'Not in the team' } },
    }),
    async (c) => {
      const { id, memberId } = c.req.valid('param');
      const result = await leaveTeam(platform, c.get('caller')!.workspaceId, id, memberId);
      if ('refused' in result) throw notFound();
      return c.body(null, 204);
    },
  );
}

function teamProblem(result: TeamRefusal): Problem {
  if (result.refused === 'unknown') return notFound();
  if (result.refused === 'changed-meanwhile') return changedMeanwhile(result.team);
  if (result.refused === 'name-taken') return new Problem(409, 'taken', 'A team has this name already.');
  const message = 'There is no member with this id.';
  return invalid(...result.at.map((at) => ({ path: `memberIds.${at}`, message })));
}
