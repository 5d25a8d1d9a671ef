import { etagOf } from '#platform/http/etag.ts';
import { z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { presentWorkspace } from './present-workspace.ts';
import { readOnlyWorkspace } from './store-workspaces.ts';
import { workspaceAnswer } from './workspace-fields.ts';
import { putLogo, removeLogo } from '#people/branding/change-logo.ts';
import { LOGO_TYPES } from '#people/branding/logo.ts';
import { readPicture } from '#people/branding/read-picture.ts';
import { readLogo } from '#people/branding/store-logos.ts';

const path = '/api/workspace/logo';
const bytes = { schema: { type: 'string', format: 'binary' } } as const;
const responses = { 200: answer(workspaceAnswer, 'The workspace as it is now') };
const types: string[] = Object.values(LOGO_TYPES);
const content = Object.fromEntries(types.map((type) => [type, bytes]));

const put = route('manage-settings', {
  method: 'put',
  path,
  summary: 'Put a logo on the public pages: the body is a PNG, JPEG, WebP or SVG of at most 256 kB',
  request: { body: { content } },
  responses,
});
const remove = route('manage-settings', {
  method: 'delete',
  path,
  summary: 'Take the logo off the public pages',
  responses: { 204: { description: 'Taken off' } },
});
const serve = route('public', {
  method: 'get',
  path: '/logos/{file}',
  summary: 'The logo of the workspace, under a name that changes with it',
  request: { params: z.object({ file: z.string().regex(/^[0-9a-f]{32}\.(png|jpg|webp|svg)$/) }) },
  responses: { 200: { description: 'The picture', content } },
});

/** A drawing opened by itself is a document of ours: nothing in it may run or load, whatever the check overlooked. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** B7: the logo comes as bytes, is kept as it came, and goes out as nothing but a picture. */
export function logoRoutes(platform: Platform) {
  return router()
    .openapi(put, async (c) => {
      const said = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      if (!types.includes(said))
        throw new Problem(
          415,
          'unsupported',
          'Send a logo as image/png, image/jpeg, image/webp or image/svg+xml.',
        );
      const picture = Buffer.from(await c.req.arrayBuffer());
      const read = readPicture(picture);
      if ('refused' in read) throw invalid({ path: 'body', message: read.refused });
      const workspace = await putLogo(platform, c.get('caller')!.workspaceId, read, picture);
      c.header('ETag', etagOf(workspace.version));
      return c.json(presentWorkspace(platform, workspace), 200);
    })
    .openapi(remove, async (c) => {
      const { version } = await removeLogo(platform, c.get('caller')!.workspaceId);
      c.header('ETag', etagOf(version));
      return c.body(null, 204);
    })
    .openapi(serve, async (c) => {
      const { read } = platform.db;
      const workspace = await readOnlyWorkspace(read);
      const [hash = ''] = c.req.valid('param').file.split('.');
      const logo = workspace && (await readLogo(read, workspace.id, hash));
      if (!logo || !c.req.path.endsWith(`.${endingOf(logo.type)}`)) throw notFound();
      c.header('Content-Security-Policy', POLICY);
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      return c.body(Buffer.from(logo.content, 'base64'), 200, { 'Content-Type': servedAs(logo.type) });
    });
}

function endingOf(type: string): string | undefined {
  return Object.entries(LOGO_TYPES).find(([, one]) => one === type)?.[0];
}

/** A drawing was read as UTF-8, and is served as nothing else. */
function servedAs(type: string): string {
  return type === LOGO_TYPES.svg ? `${type}; charset=utf-8` : type;
}
