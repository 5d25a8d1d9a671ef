/**
 * What somebody typed, made harmless for mails to other people (ABUSE 13, 25). Mail and calendar programs turn
 * anything that looks like an address into something to press, HTML or not. So a space is set where addresses
 * are recognised: `https: //evil .example`, readable and copied with little effort, pressed by nobody. Invisible
 * characters would do it too, but those are what filters take for a trick.
 */
export function typedText(text: string): string {
  return unlinked(lines(text)).trim();
}

/** The same in one line, at most `most` characters. */
export function typedLine(text: string, most = 200): string {
  return shortened(unlinked(oneLine(text)), most);
}

/** Our own words and staff's titles for a place with one line; addresses stay as they are. */
export function oneLine(text: string): string {
  return lines(text).replace(/\s+/gu, ' ').trim();
}

/** Well-formed text whose only control character is `\n`; nothing in it turns the direction of writing. */
export function lines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** At most `most` characters, never half of one; what was cut is shown by '…'. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

const DOT_BEFORE_NAME =
  /(?<=[^\s.])(?:\.(?=[\u200c\u200d]*\p{L}[\u200c\u200d]*[\p{L}-])|[\u3002\uff0e\uff61](?=\p{Script=Latin}))/gu;
const DOT_BETWEEN_NUMBERS = /(?<=\d)\.(?=\d{1,3}\.\d{1,3}\.\d{1,3})/g;

function unlinked(text: string): string {
  return text
    .replace(/:(?=[/\\])/g, ': ')
    .replace(/\\(?=\\)/g, '\\ ')
    .replace(DOT_BEFORE_NAME, ' $&')
    .replace(DOT_BETWEEN_NUMBERS, ' .');
}
