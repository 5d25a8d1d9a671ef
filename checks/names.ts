import { basename } from 'node:path/posix';
import { type Source, readCode } from './sources.ts';

/** Every folder of code; the law of names and sizes holds for all of them. */
export const CODE_FOLDERS = ['src', 'checks', 'bench', 'journeys', 'soak', 'scripts', 'demo', 'migrations'];

const SAYS_NOTHING = /(^|-)(utils?|helpers?|commons?|services?|managers?|misc|index|stuff)(-|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(db|property))?(\.test(-support)?)?\.[a-z]+$/;
const MOST_LINES = 300;

/** Law 5, as sentences: a file is named after a noun or a verb of the product. */
export function findPoorNames(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const name = basename(path);
    const words = path.split('/').map((part) => part.split('.')[0] ?? '');
    const empty = words.find((word) => SAYS_NOTHING.test(word));
    if (empty)
      return [`${path}: "${empty}" says nothing. Name it after the noun it holds or the verb it does.`];
    return KEBAB.test(name)
      ? []
      : [`${path}: write names in small letters with hyphens, like book-from-link.ts.`];
  });
}

/** Law 5, as sentences: no file above 300 lines. (Functions above 40 lines are found by lint.) */
export function findLongFiles(sources: Source[]): string[] {
  const long = sources.filter(({ text }) => lineCount(text) > MOST_LINES);
  return long.map(
    ({ path, text }) =>
      `${path} has ${lineCount(text)} lines, ${MOST_LINES} at most: find the second noun in it.`,
  );
}

export function readAllCode(): Source[] {
  return readCode(...CODE_FOLDERS);
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
