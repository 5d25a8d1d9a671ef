/** What the script itself says, in the visitor's language. Runs in the browser. */
type Words = readonly [book: string, close: string];

const everyWord: Record<string, Words> = {
  en: ['Book a meeting', 'Close'],
  fr: ['Prendre rendez-vous', 'Fermer'],
  pl: ['Umów spotkanie', 'Zamknij'],
};

/** The words of a button, and the name of what it opens. */
export function nameOf({
  text,
  language,
}: {
  text?: string | undefined;
  language?: string | undefined;
}): string {
  return text || wordsIn(language)[0];
}

/** The asked language, else that of the website's own page, else the browser's. */
export function wordsIn(asked: string | undefined): Words {
  const wishes = [asked, document.documentElement.lang, ...navigator.languages, 'en'];
  return wishes.map((wish) => everyWord[(wish ?? '').slice(0, 2)]).find(Boolean)!;
}
