/** What colleagues do with the events of a record. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { RecordEventShape } from '../record-event-fields.ts';
import { apiPath, type ActivityPlace } from './task-queries.ts';

export type RecordEventView = z.infer<typeof RecordEventShape>;
export type AttendeeView = RecordEventView['attendees'][number];

export interface RecordEventWish {
  title: string;
  start: string;
  end: string;
  attendees: AttendeeView[];
}

interface Page {
  items: RecordEventView[];
  next: string | null;
}

export const recordEventsQuery = (record: ActivityPlace, state: 'coming' | 'past') =>
  queryOptions({
    queryKey: ['record-events', apiPath(record), state],
    queryFn: ({ signal }) =>
      request<Page>('GET', `${apiPath(record)}/events${queryString({ state, limit: 100 })}`, { signal }),
  });

export const addRecordEvent = (record: ActivityPlace, wish: RecordEventWish) =>
  request<RecordEventView>('POST', `${apiPath(record)}/events`, { body: wish });

export const changeRecordEvent = (event: RecordEventView, wish: RecordEventWish) =>
  request<RecordEventView>('PATCH', `${apiPath(event.record)}/events/${event.id}`, {
    body: wish,
    version: event.version,
  });

export const deleteRecordEvent = (event: RecordEventView) =>
  request<undefined>('DELETE', `${apiPath(event.record)}/events/${event.id}`);
