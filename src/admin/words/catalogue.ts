import type { RefusalTable } from '#ui/refusals.ts';
import type { Catalogues, Language } from '#ui/words.tsx';

const CATALOGUES = {
  en: () => import('./catalogue-en.ts'),
  fr: () => import('./catalogue-fr.ts'),
  pl: () => import('./catalogue-pl.ts'),
};

/** What the server refuses with, in this language; it writes English itself. */
export async function refusalsOf(language: Language): Promise<RefusalTable> {
  if (language === 'fr') return (await import('../refusals/fr.json')).default;
  return language === 'pl' ? (await import('../refusals/pl.json')).default : {};
}

/** All words of the app in one language; the others stay where they are. */
export async function catalogueOf(language: Language): Promise<Catalogues> {
  return (await CATALOGUES[language]()).default;
}
