/** Words of the product in the reader's language (server only). */
import { createInstance } from 'i18next';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };

export type Language = 'en' | 'fr' | 'pl';
export const languages: readonly Language[] = ['en', 'fr', 'pl'];

/** Dotted paths of en.json; plural forms (`times_one`, `times_other`) share one key (`times`). */
export type Key = Paths<typeof en>;
export type Values = Readonly<Record<string, string | number>>;

/** `t('page.choose.times', { count: 3 })`. Values are put in as they are: escaping is the template's work. */
export type T = (key: Key, values?: Values) => string;

/**
 * The words of one language. A number named `count` chooses the plural form. A value left out is a
 * mistake of ours and throws. What a visitor typed is only ever a value, so it is never read as a pattern.
 */
export function translator(language: Language): T {
  return translators[language];
}

type Paths<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${Singular<Name>}`
    : Paths<Tree[Name], `${Prefix}${Name}.`>;
}[keyof Tree & string];

type Singular<Name extends string> = Name extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}`
  ? Stem
  : Name;

const catalogue = createInstance();
void catalogue.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  resources: { en: { translation: en }, fr: { translation: fr }, pl: { translation: pl } },
});

const translators: Record<Language, T> = { en: inLanguage('en'), fr: inLanguage('fr'), pl: inLanguage('pl') };

/** The library knows where a message stands and which plural a number takes; values are put in here. */
function inLanguage(language: Language): T {
  const words = catalogue.getFixedT(language);
  const single = new Map<Key, string>();
  const find = (key: Key, count?: number): string =>
    words(key, { count, nest: false, skipInterpolation: true });
  const findSingle = (key: Key): string => {
    const text = single.get(key) ?? find(key);
    single.set(key, text);
    return text;
  };
  return (key, values = {}) => {
    const count = values['count'];
    return filled(typeof count === 'number' ? find(key, count) : findSingle(key), values);
  };
}

function filled(text: string, values: Values): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A value is missing in the message "${text}"`);
    return String(value);
  });
}
