/** What colleagues do to events of the built-in calendar. */
import { request, requestVersioned } from '#ui/request.ts';
import type { EventView } from '../event.ts';
import type { EventFields } from './event-draft.ts';

export type { EventView };

const at = (memberId: string, eventId = '') => `/api/members/${memberId}/events${eventId && `/${eventId}`}`;

export const addEvent = (memberId: string, fields: EventFields) =>
  requestVersioned<EventView>('POST', at(memberId), { body: fields });

/** `version` is what was read; without one the change is made whatever stands now. */
export const changeEvent = (
  memberId: string,
  eventId: string,
  changes: Partial<EventFields>,
  version?: number,
) => requestVersioned<EventView>('PATCH', at(memberId, eventId), { body: changes, version });

export const deleteEvent = (memberId: string, eventId: string) =>
  request<undefined>('DELETE', at(memberId, eventId));
