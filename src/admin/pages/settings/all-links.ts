import { queryOptions } from '@tanstack/react-query';
import type { LinkPage } from '#links/screens/link-queries.ts';
import { request } from '#ui/request.ts';

/** The links of everybody, as lists show them: who hosts, by which rule, with which holidays. */
export const allLinksQuery = queryOptions({
  queryKey: ['links', 'list', 'all'],
  queryFn: async ({ signal }) => (await request<LinkPage>('GET', '/api/links?limit=200', { signal })).items,
});
