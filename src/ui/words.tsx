/** The words of the app in the reader's language; each area (a slice, or these parts) brings its own catalogue. */
import { createContext, use, useMemo, type ReactNode } from 'react';

export type Language = 'en' | 'fr' | 'pl';

/** Area → its tree of texts, in one language. */
export type Catalogues = Record<string, object>;
export type Values = Readonly<Record<string, string | number>>;

/** `t('list.count', { count: 3 })`; the dotted paths of a catalogue, plural forms sharing one key. */
export type Words<Catalogue> = (key: Paths<Catalogue>, values?: Values) => string;

export type Paths<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${Singular<Name>}`
    : Paths<Tree[Name], `${Prefix}${Name}.`>;
}[keyof Tree & string];

type Singular<Name extends string> = Name extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}`
  ? Stem
  : Name;

interface Speech {
  language: Language;
  say: (area: string, key: string, values?: Values) => string;
}

const Speaking = createContext<Speech | null>(null);

export function WordsProvider(props: { language: Language; catalogues: Catalogues; children: ReactNode }) {
  const { language, catalogues } = props;
  const speech = useMemo(() => ({ language, say: speaker(language, catalogues) }), [language, catalogues]);
  return <Speaking value={speech}>{props.children}</Speaking>;
}

export function useLanguage(): Language {
  return speech(use(Speaking)).language;
}

/** The words of one area. Values are put in as they are: React escapes what it writes. */
export function useWords<Catalogue>(area: string): Words<Catalogue> {
  const { say } = speech(use(Speaking));
  return useMemo(() => (key, values) => say(area, key, values), [area, say]);
}

function speech(given: Speech | null): Speech {
  if (!given) throw new Error('Words are asked for outside of WordsProvider.');
  return given;
}

type Tree = { [name: string]: string | Tree };

/**
 * Catalogues are written as i18next reads them, on the server by that library. Here looking up a key, choosing
 * its plural form and putting values in is all there is to do, and a reader need not download 15 kB for it.
 */
function speaker(language: Language, catalogues: Catalogues): Speech['say'] {
  const plurals = new Intl.PluralRules(language);
  return (area, key, values = {}) => {
    const { count } = values;
    const form =
      typeof count === 'number' ? find(catalogues[area], `${key}_${plurals.select(count)}`) : undefined;
    const text = form ?? find(catalogues[area], key);
    if (text === undefined) return `${area}.${key}`;
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function find(catalogue: object | undefined, key: string): string | undefined {
  let found: string | Tree | undefined = catalogue as Tree | undefined;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}
