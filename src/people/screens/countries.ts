import type { Choice } from '#ui/choices.ts';
import type { Language } from '#ui/words.tsx';

const known = new Map<Language, Choice[]>();

/** Every country that has a name in this language, by name. */
export function countriesIn(language: Language): Choice[] {
  const read = known.get(language) ?? readCountries(language);
  known.set(language, read);
  return read;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Not countries: unions, test letters, what stands for "unknown". */
const NONE = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

function readCountries(language: Language): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes
    .flatMap((value) => {
      const label = NONE.has(value) ? undefined : names.of(value);
      return label === undefined ? [] : [{ value, label, hint: value }];
    })
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}
