import type { Context } from 'hono';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, listOf, listQuery, z } from '#platform/http/fields.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { fold } from '#platform/fold.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { changeRotation, removeRotation } from './change-rotation.ts';
import { makeRotation } from './make-rotation.ts';
import { presentRotations, readPeople, type People } from './present-rotation.ts';
import { refuseReading } from './rights.ts';
import type { Rotation } from './rotation.ts';
import {
  Availability,
  NewRotation,
  listedRotationAnswer,
  RotationChanges,
  wholeRotationAnswer,
  type RotationDetail,
  type RotationPreview,
  type ListedRotation,
  type WholeRotation,
} from './rotation-fields.ts';
import { listRotations, readRotation } from './store.ts';
import { switchAvailability } from './switch-availability.ts';
import type { Tally } from './tally.ts';

const tags = ['Rotations'];

const list = route('member', {
  method: 'get',
  path: '/api/rotations',
  tags,
  summary: 'Rotations by name',
  request: { query: listQuery.pick({ limit: true, cursor: true, q: true }) },
  responses: { 200: answer(listOf(listedRotationAnswer), 'Rotations') },
});
const make = route('manage-rotations', {
  method: 'post',
  path: '/api/rotations',
  tags,
  summary: 'Make a rotation of members and teams',
  request: body(NewRotation),
  responses: { 201: answer(wholeRotationAnswer, 'The rotation') },
});
const read = route('member', {
  method: 'get',
  path: '/api/rotations/{id}',
  tags,
  summary: 'One rotation with its queue in the order of proposal',
  request: { params: idParam },
  responses: { 200: answer(wholeRotationAnswer, 'The rotation') },
});
const change = route('manage-rotations', {
  method: 'patch',
  path: '/api/rotations/{id}',
  tags,
  summary: 'Change a rotation; somebody new in it begins the counting anew',
  request: { params: idParam, ...body(RotationChanges) },
  responses: { 200: answer(wholeRotationAnswer, 'The rotation as it is now') },
});
const remove = route('manage-rotations', {
  method: 'delete',
  path: '/api/rotations/{id}',
  tags,
  summary: 'Delete a rotation that no link goes by; its meetings stay',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});
const toggle = route('manage-rotations', {
  method: 'put',
  path: '/api/rotations/{id}/members/{memberId}/availability',
  tags,
  summary: 'Switch somebody off, or on again, in this rotation alone; the count stays',
  request: { params: z.object({ id, memberId: id }), ...body(Availability) },
  responses: { 200: answer(wholeRotationAnswer, 'The rotation as it is now') },
});

/** What bookings know of rotations; they come later in the house, so that house.ts hands it in. */
export interface RotationRest {
  tally: Tally;
  /** Of a rotation that is there, in the caller's words. */
  detailOf: (
    platform: Platform,
    caller: Caller,
    rotation: Rotation,
    people: People,
  ) => Promise<RotationDetail>;
  previewsOf: (
    platform: Platform,
    rotations: readonly Rotation[],
    people: ReadonlyMap<string, People>,
  ) => Promise<ReadonlyMap<string, RotationPreview>>;
}

/** Rotations: read by those who may use them (R1), kept by `manage-rotations`. */
export function rotationRoutes(platform: Platform, rest: RotationRest) {
  const app = router();
  readRoutes(platform, app, rest);
  writeRoutes(platform, app, rest);
  changeRoute(platform, app, rest);
  return app;
}

type App = ReturnType<typeof router>;

function readRoutes(platform: Platform, app: App, rest: RotationRest): void {
  app.openapi(list, async (c) => {
    const caller = c.get('caller')!;
    refuseReading(caller);
    const { q, limit, cursor } = c.req.valid('query');
    const after = placeFrom(cursor, /^.+$/su)?.value;
    const rotations = await listRotations(platform.db.read, caller.workspaceId, { q, limit, after });
    const { items, next } = pageOf(rotations, limit, ({ name, id }) => ({ value: fold(name), id }));
    return c.json({ items: await listed(platform, rest, items), next }, 200);
  });
  app.openapi(read, async (c) => {
    const caller = c.get('caller')!;
    refuseReading(caller);
    return c.json(await whole(platform, rest, c, caller, c.req.valid('param').id), 200);
  });
}

function writeRoutes(platform: Platform, app: App, rest: RotationRest): void {
  app.openapi(make, async (c) => {
    const caller = c.get('caller')!;
    const { id } = await makeRotation(platform, rest.tally, caller, c.req.valid('json'));
    return c.json(await whole(platform, rest, c, caller, id), 201);
  });
  app.openapi(remove, async (c) => {
    await removeRotation(platform, c.get('caller')!, c.req.valid('param').id);
    return c.body(null, 204);
  });
  app.openapi(toggle, async (c) => {
    const caller = c.get('caller')!;
    const { id: rotationId, memberId } = c.req.valid('param');
    const { available } = c.req.valid('json');
    await switchAvailability(platform, caller, { rotationId, memberId, available });
    return c.json(await whole(platform, rest, c, caller, rotationId), 200);
  });
}

function changeRoute(platform: Platform, app: App, rest: RotationRest): void {
  app.openapi(change, async (c) => {
    const caller = c.get('caller')!;
    const { id } = c.req.valid('param');
    const version = versionFrom(c.req.header('if-match'));
    const became = await changeRotation(platform, rest.tally, caller, id, c.req.valid('json'), version);
    const present = await whole(platform, rest, c, caller, id);
    if (became === 'changed-meanwhile') throw changedMeanwhile(present);
    return c.json(present, 200);
  });
}

async function listed(
  platform: Platform,
  { previewsOf }: RotationRest,
  rotations: readonly Rotation[],
): Promise<ListedRotation[]> {
  const people = await readPeople(platform.db.read, rotations);
  const shown = await presentRotations(platform, rotations, people);
  const previews = await previewsOf(platform, rotations, people);
  return shown.map((one) => ({ ...one, ...previews.get(one.id)! }));
}

/** A rotation with its queue; says its version in the ETag. */
async function whole(
  platform: Platform,
  { detailOf }: RotationRest,
  c: Context,
  caller: Caller,
  rotationId: string,
): Promise<WholeRotation> {
  const { read: db } = platform.db;
  const { workspaceId } = caller;
  const rotation = await readRotation(db, workspaceId, rotationId);
  if (!rotation) throw notFound();
  c.header('ETag', etagOf(rotation.version));
  const people = await readPeople(db, [rotation]);
  const [shown] = await presentRotations(platform, [rotation], people);
  return { ...shown!, ...(await detailOf(platform, caller, rotation, people.get(rotationId)!)) };
}
