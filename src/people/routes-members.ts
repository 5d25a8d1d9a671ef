import { etagOf, changedMeanwhile, versionFrom } from '#platform/http/etag.ts';
import { idParam, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { fold } from '#platform/fold.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { inviteAgain } from './invite.ts';
import type { Member } from './member.ts';
import { memberAnswer, memberChange, memberList, newMember, presentMember } from './member-fields.ts';
import { memberProblem } from './problems.ts';
import { listMembers, readMember } from './store.ts';

const query = listQuery.omit({ sort: true }).extend({
  sort: z.literal('name').optional(),
  active: z.enum(['true', 'false']).optional(),
});

/** Who works here. Everybody sees their colleagues; admins change them. */
export function memberRoutes(platform: Platform) {
  const app = router();
  readRoutes(platform, app);
  writeRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

function readRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/members',
      summary: 'Members by name; q looks in names and addresses',
      request: { query },
      responses: { 200: answer(memberList, 'Members') },
    }),
    async (c) => {
      const { q, limit, cursor, active } = c.req.valid('query');
      const after = cursor === undefined ? undefined : placeFrom(cursor);
      const wanted = active === undefined ? undefined : active === 'true';
      const { workspaceId } = c.get('caller')!;
      const found = await listMembers(platform.db.read, workspaceId, { q, after, active: wanted, limit });
      const next = found.length === limit ? cursorOf(found.at(-1)!) : null;
      return c.json({ items: found.map((member) => presentMember(member)), next }, 200);
    },
  );
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/members/{id}',
      summary: 'One member',
      request: { params: idParam },
      responses: { 200: answer(memberAnswer, 'The member') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const member = await readMember(platform.db.read, c.get('caller')!.workspaceId, id);
      if (!member) throw notFound();
      c.header('ETag', etagOf(member.version));
      return c.json(presentMember(member), 200);
    },
  );
}

function writeRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('admin', {
      method: 'post',
      path: '/api/members',
      summary: 'Add a member; without a password an invitation is mailed',
      request: body(newMember),
      responses: { 201: answer(memberAnswer, 'The new member') },
    }),
    async (c) => {
      const result = await addMember(platform, c.get('caller')!, c.req.valid('json'));
      if ('refused' in result) throw memberProblem(result.refused);
      c.header('ETag', etagOf(result.member.version));
      return c.json(presentMember(result.member), 201);
    },
  );
  app.openapi(
    route('member', {
      method: 'patch',
      path: '/api/members/{id}',
      summary: 'Change a member: admins everything, everyone their own name, zone and language',
      request: { params: idParam, ...body(memberChange) },
      responses: { 200: answer(memberAnswer, 'The member as it is now') },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const result = await changeMember(platform, c.get('caller')!, id, c.req.valid('json'), version);
      if ('refused' in result) {
        if (result.refused !== 'changed-meanwhile') throw memberProblem(result.refused);
        throw changedMeanwhile(presentMember(result.member));
      }
      c.header('ETag', etagOf(result.member.version));
      return c.json(presentMember(result.member), 200);
    },
  );
  invitationRoute(platform, app);
}

function invitationRoute(platform: Platform, app: App): void {
  app.openapi(
    route('admin', {
      method: 'post',
      path: '/api/members/{id}/invitation',
      summary: 'Mail the invitation again; earlier ones stop working',
      request: { params: idParam },
      responses: { 202: answer(memberAnswer, 'On its way') },
    }),
    async (c) => {
      const result = await inviteAgain(platform, c.get('caller')!, c.req.valid('param').id);
      if ('invited' in result) return c.json(presentMember(result.invited), 202);
      if (result.refused === 'unknown' || result.refused === 'only-owners')
        throw memberProblem(result.refused);
      const why =
        result.refused === 'accepted' ? 'This member has joined already.' : 'This member is inactive.';
      throw new Problem(409, 'conflict', why);
    },
  );
}

function cursorOf(member: Member): string {
  return Buffer.from(JSON.stringify([fold(member.name), member.id])).toString('base64url');
}

const place = z.tuple([z.string(), z.string()]);

function placeFrom(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { name, id };
  } catch {
    throw invalid({ path: 'cursor', message: 'This cursor came from somewhere else.' });
  }
}
