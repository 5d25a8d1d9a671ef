import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventFields } from '#calendars/screens/event-draft.ts';
import { addEvent, changeEvent, deleteEvent } from '#calendars/screens/event-requests.ts';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { hideEvent, showEvent, showNewEvent, versionOf, type KeptEvent } from './week-cache.ts';
import { WEEKS } from './week-query.ts';
import { useCalendarWords } from './words.ts';

/** An event as it stands on the screen. */
export interface ShownEvent extends KeptEvent {
  fields: EventFields;
}

interface Change {
  event: ShownEvent;
  to: Partial<EventFields>;
  /** Over the version that somebody else made, which was looked at. */
  over?: number;
  /** Its form is open and says itself what went wrong. */
  fromForm?: boolean;
  /** Taking something back is not offered to be taken back. */
  isUndo?: boolean;
}

/** Somebody changed the event meanwhile (412): what we wanted, and what stands there. */
export interface EventClash {
  change: Change;
  theirs: EventFields & { version: number };
}

/** One after the other: the second must know the version that the first made. */
const IN_TURN = { id: 'calendar-events' };

/** Adding, changing and deleting events: seen at once, taken back for 8 s, put back when refused. */
export function useEventActs() {
  const [clash, setClash] = useState<EventClash | null>(null);
  const change = useChange(setClash);
  const remove = useRemove();
  const add = useAdd((event) => remove.mutate({ ...event, isUndo: true }));
  return {
    clash,
    closeClash: () => setClash(null),
    /** Rejects with what the server refused. */
    add: (memberId: string, fields: EventFields) => add.mutateAsync({ memberId, fields }),
    change: (event: ShownEvent, to: Partial<EventFields>) => change.mutate({ event, to }),
    /** Rejects with what the server refused, but for a clash, which is asked about. */
    save: (event: ShownEvent, to: Partial<EventFields>) =>
      change.mutateAsync({ event, to, fromForm: true }).catch(unlessClash),
    changeAnyway: ({ change: { event }, theirs }: EventClash, to: Partial<EventFields>) =>
      change.mutate({ event, to, over: theirs.version }),
    remove: (event: ShownEvent) => remove.mutate(event),
  };
}

export type EventActs = ReturnType<typeof useEventActs>;

function useChange(clashed: (clash: EventClash) => void) {
  const t = useCalendarWords();
  const toast = useToast();
  const queries = useQueryClient();
  const change = useMutation({
    scope: IN_TURN,
    onMutate: async ({ event, to }: Change) => {
      await queries.cancelQueries({ queryKey: WEEKS });
      showEvent(queries, event, to);
    },
    mutationFn: ({ event, to, over }: Change) =>
      changeEvent(event.memberId, event.eventId, to, over ?? versionOf(queries, event)),
    onSuccess: ({ version }, { event, to, isUndo }) => {
      showEvent(queries, event, {}, version);
      if (isUndo) return;
      const before = pick(event.fields, Object.keys(to) as (keyof EventFields)[]);
      toast.undo({
        text: t('events.changed', { title: to.title ?? event.fields.title }),
        onUndo: () =>
          change.mutate({
            event: { ...event, fields: { ...event.fields, ...to } },
            to: before,
            isUndo: true,
          }),
      });
    },
    onError: (error, asked) => {
      showEvent(queries, asked.event, asked.event.fields);
      const present = error instanceof RequestProblem && error.status === 412 && error.facts.present;
      if (present) clashed({ change: asked, theirs: present as EventClash['theirs'] });
      else if (!asked.fromForm)
        toast.failed(t(failureOf(error), { title: asked.event.fields.title }), () => change.mutate(asked));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  return change;
}

function useRemove() {
  const t = useCalendarWords();
  const toast = useToast();
  const queries = useQueryClient();
  const again = useAdd();
  const remove = useMutation({
    scope: IN_TURN,
    onMutate: async (event: ShownEvent & { isUndo?: boolean }) => {
      await queries.cancelQueries({ queryKey: WEEKS });
      hideEvent(queries, event);
    },
    mutationFn: ({ memberId, eventId }) => deleteEvent(memberId, eventId),
    onSuccess: (_, { memberId, fields, isUndo }) => {
      if (isUndo) return;
      const text = t('events.deleted', { title: fields.title });
      toast.undo({ text, onUndo: () => again.mutate({ memberId, fields, isUndo: true }) });
    },
    onError: (error, event) => {
      toast.failed(t(failureOf(error), { title: event.fields.title }), () => remove.mutate(event));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
  return remove;
}

/** With `takeBack` it is offered to take the new event away again. */
function useAdd(takeBack?: (event: ShownEvent) => void) {
  const t = useCalendarWords();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ memberId, fields }: { memberId: string; fields: EventFields; isUndo?: boolean }) =>
      addEvent(memberId, fields),
    onSuccess: ({ id: eventId, version }, { memberId, fields, isUndo }) => {
      showNewEvent(queries, { memberId, eventId }, fields, version);
      void queries.invalidateQueries({ queryKey: ['calendar'] });
      if (isUndo) return;
      const text = t('events.added', { title: fields.title });
      toast.undo({ text, onUndo: () => takeBack?.({ memberId, eventId, fields }) });
    },
    onError: (error, { fields, isUndo }) => {
      if (isUndo) toast.failed(t(failureOf(error), { title: fields.title }));
    },
  });
}

function failureOf(error: unknown) {
  if (!(error instanceof RequestProblem) || error.status === 0 || error.status >= 500) return 'events.failed';
  return error.status === 404 ? 'events.gone' : 'events.refused';
}

function unlessClash(error: unknown): void {
  if (!(error instanceof RequestProblem) || error.status !== 412) throw error;
}

function pick(fields: EventFields, keys: (keyof EventFields)[]): Partial<EventFields> {
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}
