import type { Access } from '../src/platform/http/caller.ts';

/** Merging needs the right to edit both records: the act decides. */
export const MERGING_ACCESS: Record<string, Access> = {
  'GET /api/companies/{id}/merge': 'member',
  'POST /api/companies/{id}/merge': 'member',
  'GET /api/contacts/{id}/merge': 'member',
  'POST /api/contacts/{id}/merge': 'member',
  'GET /api/deals/{id}/merge': 'member',
  'POST /api/deals/{id}/merge': 'member',
  'GET /api/leads/{id}/merge': 'member',
  'POST /api/leads/{id}/merge': 'member',
  'GET /api/tickets/{id}/merge': 'member',
  'POST /api/tickets/{id}/merge': 'member',
  'GET /api/duplicates': 'member',
  'GET /api/duplicates/similar': 'member',
  'PUT /api/duplicates/distinct/{kind}/{id}/{otherId}': 'member',
  'DELETE /api/duplicates/distinct/{kind}/{id}/{otherId}': 'member',
};
