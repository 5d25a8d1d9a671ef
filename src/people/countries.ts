/** Its two letters as `value` and `hint`, its name in a language as `label`. */
export interface Country {
  value: string;
  label: string;
  hint: string;
}

const known = new Map<string, Country[]>();

/** Every country that has a name in this language, by name. */
export function countriesIn(language: string): Country[] {
  const read = known.get(language) ?? readCountries(language);
  known.set(language, read);
  return read;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Not countries: unions, test letters, what stands for "unknown". */
const NONE = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

function readCountries(language: string): Country[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes
    .flatMap((value) => {
      const label = NONE.has(value) || isFormer(value) ? undefined : names.of(value);
      return label === undefined ? [] : [{ value, label, hint: value }];
    })
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

/** 'DD', 'SU', 'UK': letters that now stand for another's, which would show that country twice. */
function isFormer(letters: string): boolean {
  return new Intl.Locale(`und-${letters}`).region !== letters;
}
