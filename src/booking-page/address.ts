import type { At, Frame } from './view.ts';
import type { Language } from '#platform/messages/messages.ts';

/** The page's address with some of its query changed; `undefined` takes a part away. */
export function href(at: At, changes: Record<string, string | undefined> = {}, fragment = ''): string {
  const query = new URLSearchParams(Object.entries(merged(at, changes)));
  return query.size === 0 ? `${at.path}${fragment}` : `${at.path}?${legible(query)}${fragment}`;
}

/** The same place with more of its query fixed. */
export function including(at: At, changes: Record<string, string | undefined>): At {
  return { path: at.path, query: merged(at, changes) };
}

/** This very page in another language. */
export function inLanguage(frame: Frame, language: Language): string {
  const [path = '', query = ''] = frame.address.split('?');
  return href({ path, query: Object.fromEntries(new URLSearchParams(query)) }, { language });
}

function merged(at: At, changes: Record<string, string | undefined>): Record<string, string> {
  const all = Object.entries({ ...at.query, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''));
}

/** Colons and slashes are allowed in a query: zones and times stay readable in the address. */
function legible(query: URLSearchParams): string {
  return query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
}
