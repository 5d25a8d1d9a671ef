import type { Catalogues, Language } from '#ui/words.tsx';

const CATALOGUES = {
  en: () => import('./catalogue-en.ts'),
  fr: () => import('./catalogue-fr.ts'),
  pl: () => import('./catalogue-pl.ts'),
};

/** All words of the app in one language; the others stay where they are. */
export async function catalogueOf(language: Language): Promise<Catalogues> {
  return (await CATALOGUES[language]()).default;
}
