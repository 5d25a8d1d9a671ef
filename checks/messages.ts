import { withoutComments } from './code.ts';
import type { Source } from './sources.ts';

/** A catalogue as it is on disk: a tree of texts. */
export type Catalogue = { [name: string]: string | Catalogue };
export type Catalogues = Record<string, Catalogue>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Law 7, as sentences: every language has every key, in every plural form it needs, with the same values put in. */
export function findUnevenMessages(catalogues: Catalogues): string[] {
  const flat = new Map(Object.entries(catalogues).map(([language, tree]) => [language, flatten(tree)]));
  const keys = new Set([...flat.values()].flatMap((texts) => [...texts.keys()].map(stemOf)));
  return [...keys].flatMap((key) =>
    [...flat].flatMap(([language, texts]) => findGaps(key, language, { texts, flat })),
  );
}

/** In French a sign of two parts never begins a line, so the space before it does not break. */
export function findBreakingSpaces(french: Catalogue): string[] {
  return [...flatten(french)]
    .filter(([, text]) => / [:;?!»]|« /.test(text))
    .map(([key]) => `fr: "${key}" has a space that may break before or after a sign.`);
}

type Texts = Map<string, string>;

function findGaps(
  key: string,
  language: string,
  { texts, flat }: { texts: Texts; flat: Map<string, Texts> },
): string[] {
  const isPlural = [...flat.values()].some((others) => others.has(`${key}_other`));
  const wanted = isPlural ? pluralForms(language).map((form) => `${key}_${form}`) : [key];
  const had = [...texts.keys()].filter((name) => stemOf(name) === key);
  const missing = wanted
    .filter((name) => !texts.get(name)?.trim())
    .map((name) => `${language}: "${name}" is missing.`);
  const odd = had.filter((name) => !wanted.includes(name));
  const extra = odd.map((name) => `${language}: "${name}" is a form this language does not use.`);
  return [...missing, ...extra, ...findUnevenValues(key, language, flat)];
}

/** A form for one thing may leave the number out ("one hour"). */
function findUnevenValues(key: string, language: string, flat: Map<string, Texts>): string[] {
  const [first] = flat.keys();
  const here = valuesOf(key, flat.get(language)).join(', ');
  const there = valuesOf(key, flat.get(first ?? '')).join(', ');
  return here === there
    ? []
    : [`${language}: "${key}" puts in {{${here}}}, but ${first} puts in {{${there}}}.`];
}

function valuesOf(key: string, texts: Texts = new Map()): string[] {
  const forms = [...texts].filter(([name]) => stemOf(name) === key).map(([, text]) => text);
  const values = forms.flatMap((text) =>
    [...text.matchAll(/\{\{\s*([^},\s]+)/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(values)].toSorted();
}

function pluralForms(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function stemOf(name: string): string {
  return name.replace(PLURAL, '');
}

export function flatten(tree: Catalogue, prefix = ''): Texts {
  const entries = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : [...flatten(value, `${prefix}${name}.`)],
  );
  return new Map(entries);
}

const CALL = /\bt\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/g;
// Each kind of quote by itself: an HTML template in backticks holds keys in plain quotes.
const QUOTED = [/'([^'\n]*)'/g, /"([^"\n]*)"/g, /`([a-zA-Z]+\.[\w.]*(?:\$\{[^`\n]*)?)`/g];

/** As sentences: a key that code asks for and nobody wrote; a key that nobody asks for. */
export function findLostMessages(catalogue: Catalogue, sources: Source[]): string[] {
  const keys = keysOf(catalogue);
  const asked = sources.flatMap(({ path, text }) =>
    textsIn(withoutComments(text), CALL).map((name) => ({ path, name })),
  );
  const unknown = asked.filter(({ name }) => !keys.some((key) => patternOf(name).test(key)));
  return [
    ...unknown.map(({ path, name }) => `${path} asks for "${name}", which is in no catalogue.`),
    ...findUnusedMessages(catalogue, sources),
  ];
}

/** As sentences: a key that nobody asks for. */
export function findUnusedMessages(catalogue: Catalogue, sources: Source[]): string[] {
  const mentioned = sources
    .map(({ text }) => withoutComments(text))
    .flatMap((text) => QUOTED.flatMap((quoted) => textsIn(text, quoted)));
  const used = new Set(mentioned.filter((name) => !name.includes('${')));
  const patterns = mentioned.filter((name) => /^[a-zA-Z]+\.[\w.]*\$\{/.test(name)).map(patternOf);
  const unused = keysOf(catalogue).filter(
    (key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  return unused.map((key) => `"${key}" is asked for nowhere in src/: use it or delete it.`);
}

function keysOf(catalogue: Catalogue): string[] {
  return [...new Set([...flatten(catalogue).keys()].map(stemOf))];
}

function textsIn(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** A key put together from parts (`page.refusal.${code}`) stands for every key of that shape. */
function patternOf(name: string): RegExp {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w-]+')}$`);
}
