import { QueryClient, queryOptions } from '@tanstack/react-query';
import { request, RequestProblem } from '#ui/request.ts';
import type { Me } from './boot.ts';

const MOST_TRIES = 2;

/** A server that cannot be reached, or fails, is asked again; a refusal is an answer. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (tries, error) => tries < MOST_TRIES && isPassing(error) },
    },
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof RequestProblem && (error.status === 0 || error.status >= 500);
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('GET', '/api/me', { signal }),
  staleTime: Infinity,
});
