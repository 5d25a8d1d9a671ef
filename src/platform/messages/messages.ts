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
  interpolation: { escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (text: string) => {
    throw new Error(`A value is missing in the message "${text}"`);
  },
});

const translators: Record<Language, T> = { en: inLanguage('en'), fr: inLanguage('fr'), pl: inLanguage('pl') };

function inLanguage(language: Language): T {
  const words = catalogue.getFixedT(language);
  // Most messages need no values: those are looked up once.
  const plain = new Map<Key, string>();
  return (key, values) => {
    if (values === undefined)
      return plain.get(key) ?? keep(plain, key, words(key, { replace: {}, nest: false }));
    const count = typeof values['count'] === 'number' ? { count: values['count'] } : {};
    return words(key, { ...count, replace: values, nest: false });
  };
}

function keep(kept: Map<Key, string>, key: Key, text: string): string {
  kept.set(key, text);
  return text;
}
