import type { SubjectKind } from './schedule-search.ts';

const KINDS: Record<string, SubjectKind> = {
  companies: 'company',
  contacts: 'contact',
  leads: 'lead',
  deals: 'deal',
  tickets: 'ticket',
};

/** The record whose page that path is; null for any other page. */
export function recordAt(path: string): { kind: SubjectKind; id: string } | null {
  const [, list = '', id] = /^(?:\/admin)?\/([a-z]+)\/([^/]+)$/.exec(path) ?? [];
  const kind = KINDS[list];
  return kind && id ? { kind, id } : null;
}
