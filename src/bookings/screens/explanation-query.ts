import { queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';

export interface Reason {
  code: string;
  detail: string;
}

export interface ExplainedHost {
  memberId: string;
  name: string;
  free: boolean;
  reasons: Reason[];
}

export interface Explanation {
  start: string;
  offered: boolean;
  reasons: Reason[];
  hosts: ExplainedHost[];
}

/** A10: for every host of a link, whether that start is possible and why not. */
export const explanationQuery = (linkId: string, start: string) =>
  queryOptions({
    queryKey: ['links', 'explanation', linkId, start],
    queryFn: ({ signal }) =>
      request<Explanation>('GET', `/api/links/${linkId}/explanation${queryString({ start })}`, { signal }),
  });
