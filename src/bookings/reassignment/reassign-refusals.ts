import { invalid, notFound, Problem } from '#platform/refusal.ts';
import type { NotReassigned, Obstacle } from './reassignment.ts';

type Why = NotReassigned | Obstacle;

/** Fields that are wrong as they were sent (422). */
const WRONG: Partial<Record<Why, [path: string, message: string]>> = {
  'which-host': ['fromHostId', 'This meeting has several hosts. Say whom to replace.'],
  'not-a-host': ['fromHostId', 'This member does not host this meeting.'],
  'already-host': ['hostId', 'This member hosts this meeting already.'],
};

/** What a colleague may go over with open eyes (422), and how (E13). */
const WITH_OPEN_EYES: Partial<Record<Why, string>> = {
  'outside-hours':
    'This lies outside the new host’s hours. Send "outsideHours": true to hand it over all the same.',
  'calendar-stale':
    'The calendar of the new host cannot be read at present, so nobody knows whether they are free. Ask them, and send "outsideHours": true to hand it over all the same.',
};

/** What cannot be done now (409), and what to do instead. */
const NOT_NOW: Partial<Record<Why, string>> = {
  'not-scheduled': 'Only a scheduled meeting can be handed over.',
  begun: 'This meeting has begun; its host stays.',
  'name-a-host': 'No rule knows who else could host this meeting. Name a host.',
  'nobody-else': 'There is no other host in its place. Name one, or add hosts to the link.',
  inactive: 'This member is not active any more. Choose another host.',
  'no-seat': 'This member has no seat. Give them one, or choose another host.',
  'switched-off':
    'This member is switched off in the rotation. Switch them on there, or choose another host.',
  busy: 'Nobody who could host it is free then. Name somebody else, or move the meeting.',
};

const ELSE = 'Nobody else can host it then. Name a host, or move the meeting.';

export function reassignmentProblem(why: Why): Problem {
  if (why === 'not-found') return notFound();
  const wrong = WRONG[why];
  if (wrong) return invalid({ path: wrong[0], message: wrong[1] });
  const message = WITH_OPEN_EYES[why];
  if (message)
    return new Problem(422, 'invalid', message, { reason: why, errors: [{ path: 'outsideHours', message }] });
  return new Problem(409, 'conflict', NOT_NOW[why] ?? ELSE, { reason: why });
}
