import type { RefusalTable } from '#ui/refusals.ts';
import type { Catalogues, Language } from '#ui/words.tsx';

const CATALOGUES = {
  en: () => import('./catalogue-en.ts'),
  fr: () => import('./catalogue-fr.ts'),
  pl: () => import('./catalogue-pl.ts'),
};

const LATER = {
  en: () => import('./later-en.ts'),
  fr: () => import('./later-fr.ts'),
  pl: () => import('./later-pl.ts'),
};

/** What the server refuses with, in this language; it writes English itself. */
export async function refusalsOf(language: Language): Promise<RefusalTable> {
  if (language === 'fr') return (await import('../refusals/fr.json')).default;
  return language === 'pl' ? (await import('../refusals/pl.json')).default : {};
}

/** The words of the first screen in one language; the other languages stay where they are. */
export async function catalogueOf(language: Language): Promise<Catalogues> {
  return (await CATALOGUES[language]()).default;
}

/** All other words of the app: no screen but the first is shown before they are there. */
export async function laterWordsOf(language: Language): Promise<Catalogues> {
  return (await LATER[language]()).default;
}
