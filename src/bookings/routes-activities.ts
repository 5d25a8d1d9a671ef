import { listOf } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { RECORD_KINDS, RECORD_PATHS, visibleRecord } from '#crm/records/record-desks.ts';
import { activitiesQuery, activityParams, activityView } from '#bookings/activities/activity-fields.ts';
import { activitiesFor } from '#bookings/activities/list-activities.ts';

/** L7, P11: a booking is an activity of its host and of every record that it concerns. */
export function bookingActivityRoutes(platform: Platform) {
  const routes = router();
  for (const kind of RECORD_KINDS) {
    routes.openapi(ofPath(`${RECORD_PATHS[kind]}/{id}`, RECORD), async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      await visibleRecord(platform.db.read, caller, kind, id);
      const of = { record: { kind, id } };
      return c.json(await activitiesFor(platform, caller, { of, ...c.req.valid('query') }), 200);
    });
  }
  return routes.openapi(ofPath('/api/members/{id}', HOST), async (c) => {
    const caller = c.get('caller')!;
    const { id: hostId } = c.req.valid('param');
    if (!(await readMember(platform.db.read, caller.workspaceId, hostId))) throw notFound();
    return c.json(await activitiesFor(platform, caller, { of: { hostId }, ...c.req.valid('query') }), 200);
  });
}

const RECORD = 'Meetings of a record and of what belongs to it';
const HOST = 'Meetings that a member hosts, as far as the caller may see them';

function ofPath<P extends string>(path: P, summary: string) {
  return route('member', {
    method: 'get',
    path: `${path}/bookings`,
    tags: ['Bookings'],
    summary,
    request: { params: activityParams, query: activitiesQuery },
    responses: { 200: answer(listOf(activityView), 'Meetings') },
  });
}
