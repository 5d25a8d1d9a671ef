import { date, idParam, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { memberAnswer, presentMember } from '#people/member-fields.ts';
import { absenceShape } from './absence-fields.ts';
import { holidayListShape } from './holiday-list-fields.ts';
import { hoursFields } from './hours-fields.ts';
import { keepsTimeOf, memberOf } from './own-time.ts';
import { listAbsences } from './store-absences.ts';
import { listHolidayLists } from './store-holiday-lists.ts';
import { readHours } from './store.ts';

const MOST_ABSENCES = 200;
const MOST_LISTS = 200;

const Time = z
  .object({
    member: memberAnswer,
    hours: z.object({ timeZone: z.string(), ...hoursFields, version: z.number() }),
    absences: z.array(absenceShape),
    holidayLists: z.array(holidayListShape),
  })
  .openapi('MemberTime');

const read = route('member', {
  method: 'get',
  path: '/api/members/{id}/time',
  tags: ['People and time'],
  summary: 'Hours, absences that end on `from` or later, and the holiday lists to choose from, in one answer',
  request: { params: idParam, query: z.object({ from: date.optional() }) },
  responses: { 200: answer(Time, 'When a member can be booked') },
});

/** All that the hours screen shows at first. */
export function timeRoutes({ db }: Platform) {
  return router().openapi(read, async (c) => {
    const caller = c.get('caller')!;
    const { workspaceId } = caller;
    const member = await memberOf(db.read, caller, c.req.valid('param').id);
    const filter = { from: c.req.valid('query').from, limit: MOST_ABSENCES };
    const absences = await listAbsences(db.read, workspaceId, member.id, filter);
    const sees = keepsTimeOf(caller, member.id);
    return c.json(
      {
        member: presentMember(member),
        hours: (await readHours(db.read, workspaceId, member.id))!,
        absences: sees ? absences : absences.map((absence) => ({ ...absence, reason: null })),
        holidayLists: await listHolidayLists(db.read, workspaceId, undefined, MOST_LISTS),
      },
      200,
    );
  });
}
