import { infiniteQueryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { membersQuery } from '#people/screens/member-queries.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { queryString, request } from '#ui/request.ts';
import type { Person } from '#ui/rich-text.tsx';
import type { noteAnswer } from '../note-fields.ts';

export type NoteView = z.infer<typeof noteAnswer>;

interface Page {
  items: NoteView[];
  next: string | null;
}

/** A record's own notes, newest first. `path` is the record's: '/api/leads/018f…'. */
export const notesQuery = (path: string) =>
  infiniteQueryOptions({
    queryKey: ['notes', path],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `${path}/notes${queryString({ limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** After a note changed: it stands in lists and on the timeline of every record its own belongs to. */
export function useRefreshNotes(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['notes'] }),
      queries.invalidateQueries({ queryKey: ['timeline'] }),
    ]);
}

/** Who can be mentioned: everybody who works here. */
export function useColleagues(): Person[] {
  const { data } = useQuery(membersQuery());
  return useMemo(
    () => (data ?? []).filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
    [data],
  );
}

/** A note as its entry on the timeline tells it; undefined for one that was deleted. */
export function noteOn({ id, at, by, data }: TimelineEntry): NoteView | undefined {
  if (typeof data['html'] !== 'string') return undefined;
  return {
    id,
    at,
    by,
    html: data['html'],
    version: typeof data['version'] === 'number' ? data['version'] : 1,
    editedAt: (data['editedAt'] as string | undefined) ?? null,
    editedBy: (data['editedBy'] as NoteView['editedBy'] | undefined) ?? null,
  };
}
