import fc from 'fast-check';
import { inPath, wellFormed, word as odd, type Asked } from './odd-requests.ts';

/** What a colleague may know: ids of everything, and how each route is rightly asked. */
export interface KnownInside {
  ids: Record<string, string>;
  /** Headers by who asks. */
  as: Record<string, string>[];
  right: Record<string, Right>;
}

interface Right {
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}

const FIELDS =
  `memberIds from to offered date timeZone duration start status hostId linkId needsHost rotationId q limit cursor
  sort brief state since list id link filters filter name shared code password kind title hostIds chairs times
  horizon hours weights durationsMinutes slug version __proto__ constructor`.split(/\s+/);

const EDGES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:00Z',
  '9999-12-31',
  '0000-01-01',
  '\u202eanna',
  'a'.repeat(300),
  '%'.repeat(200),
  'me',
];

/** A request of a colleague to the route of `row`, rightly asked but for a part or two. */
export function staffRequestTo(row: string, known: KnownInside): fc.Arbitrary<Asked> {
  const [method = 'GET', pattern = '/'] = row.split(' ');
  const ids = Object.values(known.ids);
  const word = fc.oneof(odd, fc.constantFrom(...ids, ...EDGES, ids.slice(0, 3).join(',')));
  const value = fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const right = known.right[row] ?? {};
  const parts = fc.record({
    ids: fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: word }), {
      minLength: 2,
      maxLength: 2,
    }),
    query: changed(right.query ?? {}, word) as fc.Arbitrary<Record<string, string>>,
    body: fc.oneof(
      { weight: 6, arbitrary: changedDeep(right.body ?? {}, value).map((one) => JSON.stringify(one)) },
      { weight: 1, arbitrary: fc.oneof(fc.json(), word) },
    ),
    who: fc.constantFrom(...known.as),
    more: fc.constantFrom<Record<string, string>[]>(
      {},
      {},
      {},
      { 'if-match': '"1"' },
      { 'if-match': 'W/"99999999999"' },
      { 'if-match': '' },
    ),
  });
  return parts.map((chosen) => put(method, pattern, known, chosen));
}

interface Chosen {
  ids: (string | null)[];
  query: Record<string, string>;
  body: string;
  who: Record<string, string>;
  more: Record<string, string>;
}

function put(
  method: string,
  pattern: string,
  known: KnownInside,
  { ids: given, query, body, who, more }: Chosen,
): Asked {
  let at = 0;
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    inPath(given[at++] ?? known.ids[idFor(pattern, name)] ?? 'x'),
  );
  const search = new URLSearchParams(wellFormed(query)).toString();
  const carries = method !== 'GET' && method !== 'DELETE';
  return {
    path: search ? `${path}?${search}` : path,
    init: {
      method,
      headers: { ...who, ...more, ...(carries && { 'content-type': 'application/json' }) },
      ...(carries && { body: body.toWellFormed() }),
    },
    typed: [...Object.values(query), ...(carries ? [body] : [])],
  };
}

/** `{id}` of /api/links/{id}/shares is a link's. */
function idFor(pattern: string, name: string): string {
  return name === 'id' ? (pattern.split('/')[2] ?? 'id') : name;
}

function changed(right: Record<string, unknown>, value: fc.Arbitrary<unknown>) {
  const names = [...Object.keys(right), ...Object.keys(right), ...FIELDS];
  return fc
    .dictionary(fc.constantFrom(...names), value, { maxKeys: 2 })
    .map((more): Record<string, unknown> => ({ ...right, ...more }));
}

/** Now and then it is a part of a part that is odd. */
function changedDeep(right: Record<string, unknown>, value: fc.Arbitrary<unknown>) {
  const inside = Object.entries(right).filter(([, part]) => typeof part === 'object' && part !== null);
  const deep = inside.map(([name, part]) => {
    if (!Array.isArray(part))
      return changed(part as Record<string, unknown>, value).map((one) => ({ ...right, [name]: one }));
    const item = changed((part[0] ?? {}) as Record<string, unknown>, value);
    return fc.array(item, { maxLength: 3 }).map((all) => ({ ...right, [name]: all }));
  });
  return fc.oneof(changed(right, value), ...deep);
}
