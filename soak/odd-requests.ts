import fc from 'fast-check';

/** A request, and every word in it that somebody typed. */
export interface Asked {
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
  typed: string[];
}

/** What a stranger may know. */
export interface Known {
  workspace: string;
  link: string;
  token: string;
  /** The hidden fields of a form of the link, as a page gave them. */
  form: Record<string, string>;
}

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  "' OR 1=1--",
  '%_',
  '../../etc/passwd',
  '\r\nX: y',
  '=1+1',
];
const TIMES = [
  '2026-12-01T09:00:00Z',
  '2026-12-02T09:30:00Z',
  '9999-12-31T23:59:00Z',
  '2026-02-30T09:00:00Z',
];
const ZONES = ['Europe/Paris', 'UTC', 'Pacific/Apia', 'GMT+25', 'Etc/GMT-14', 'europe/paris'];
const ADDRESSES = [
  'chloe@girard-pains.example',
  'a@x,b@y',
  'bob@x\r\nBcc: eve@x',
  '"eve@evil x"@corp',
  'x@y',
];
const FIELDS =
  `start end from to timeZone duration durationMinutes month day language c step new moved key form again
  name email phone notes guests reason token password workspace country company_website answer.q consent.q`.split(
    /\s+/,
  );

/** Text between everyday and absurd. */
export const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...NASTY,
    ...TIMES,
    ...ZONES,
    ...ADDRESSES,
    '2026-12-01',
    '2026-12-31',
    '30',
    '-1',
    '1e999',
    'true',
  ),
);
const value = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A booking as it should be, with some of its parts replaced by anything. */
const wish = fc
  .record({
    start: fc.constantFrom(...TIMES),
    timeZone: fc.constantFrom(...ZONES),
    visitor: fc.record({ name: word, email: fc.constantFrom(...ADDRESSES) }, { requiredKeys: [] }),
    answers: fc.dictionary(fc.constantFrom('q', '__proto__', 'location', 'x'), value),
    consents: fc.dictionary(word, value, { maxKeys: 2 }),
    guests: fc.array(fc.constantFrom(...ADDRESSES), { maxLength: 3 }),
  })
  .chain((whole) =>
    fc
      .dictionary(fc.constantFrom(...Object.keys(whole), ...FIELDS), value, { maxKeys: 2 })
      .map((odd) => ({ ...whole, ...odd })),
  );

const json = fc.oneof(
  wish.map((one) => JSON.stringify(one)),
  fc.json(),
  word,
  fc.constant('{"a":'),
);
/** A form as a page of ours sends it, some of its fields replaced, or any fields at all. */
const formOf = (known: Known): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom({}, { ...known.form, name: 'Marek', email: 'marek@mail.example' }),
      fc.dictionary(fc.constantFrom(...FIELDS), word, { maxKeys: 4 }),
    )
    .map(([right, odd]) => new URLSearchParams(wellFormed({ ...right, ...odd })).toString());
const headers = fc.dictionary(
  fc.constantFrom(
    'accept-language',
    'idempotency-key',
    'if-match',
    'x-forwarded-for',
    'authorization',
    'cookie',
    'accept',
    'accept',
  ),
  fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('fr,en;q=0.5', '"1"', 'Bearer x')).map(headerSafe),
  { maxKeys: 3 },
);

/** A request to the route of `row` ('POST /api/public/{workspace}/…'), anywhere between right and absurd. */
export function requestTo(row: string, known: Known): fc.Arbitrary<Asked> {
  const [method = 'GET', pattern = '/'] = row.split(' ');
  const parts = fc.record({
    workspace: fc.oneof(
      { weight: 3, arbitrary: fc.constant(known.workspace) },
      { weight: 1, arbitrary: word },
    ),
    link: fc.oneof({ weight: 3, arbitrary: fc.constant(known.link) }, { weight: 1, arbitrary: word }),
    token: fc.oneof({ weight: 2, arbitrary: fc.constant(known.token) }, { weight: 1, arbitrary: word }),
    other: word,
    query: fc.dictionary(fc.constantFrom(...FIELDS), word, { maxKeys: 5 }),
    headers,
    body: pattern.startsWith('/api') ? json : formOf(known),
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml') },
    ),
  });
  return parts.map(({ query, headers: sent, body, type, ...names }) => {
    const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      inPath((names as Record<string, string>)[name] ?? names.other),
    );
    const right = pattern.startsWith('/api') ? 'application/json' : 'application/x-www-form-urlencoded';
    const search = new URLSearchParams(wellFormed(query)).toString();
    const carries = method !== 'GET';
    return {
      path: search ? `${path}?${search}` : path,
      init: {
        method,
        headers: { ...sent, ...(carries && { 'content-type': type || right }) },
        ...(carries && { body: body.toWellFormed() }),
      },
      typed: [...Object.values(query), ...Object.values(sent), ...(carries ? [body] : []), names.other],
    };
  });
}

export const inPath = (text: string): string => encodeURIComponent(text.toWellFormed()) || '-';

export function wellFormed(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.toWellFormed()]));
}

function headerSafe(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e]/g, '').trim();
}
