import { fold } from '#platform/fold.ts';

/** 'Survey on site' → 'survey-on-site', with a number behind it when there is one already; it is taken from now on. */
export function choiceKeyOf(label: string, taken: Set<string>): string {
  return free(wordsOf(label).join('-') || 'choice', '-', taken);
}

/** The same as the API's own fields are called: 'Contract ends' → 'contractEnds'. */
export function fieldKeyOf(label: string, taken: Set<string>): string {
  const [first = 'field', ...others] = wordsOf(label);
  const key = first + others.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return free(key.slice(0, LONGEST_KEY), '', taken);
}

const LONGEST_KEY = 40;

function wordsOf(label: string): string[] {
  return fold(label)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What every object has under that name is taken, too: 'constructor' would be read where nothing was kept. */
function free(stem: string, between: string, taken: Set<string>): string {
  let key = stem;
  for (let number = 2; taken.has(key) || key in {}; number += 1) key = `${stem}${between}${number}`;
  taken.add(key);
  return key;
}
