import { QueryClient } from '@tanstack/react-query';
import { RequestProblem } from '#ui/request.ts';

export { meQuery } from '#people/screens/use-me.ts';

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
