import type { Source } from './sources.ts';

const HOMES = ['home', 'Users', 'root', 'work', 'workspace', 'workspaces'];

/** What never belongs in the project, each with the reason that is shown. */
const RULES: { pattern: RegExp; reason: string }[] = [
  {
    pattern: /\b(T[O]DO|FIX[M]E|XX[X]|HA[C]K)\b/g,
    reason: 'finish it now, or say in docs/ what is missing and why',
  },
  {
    pattern: new RegExp(`(?<=^|[\\s"'\`(=:])/(${HOMES.join('|')})/[\\w.-]+`, 'gm'),
    reason: 'this place exists on one machine only: write it relative to the project',
  },
  {
    pattern: /https?:\/\/[\w.:@-]*(registry|npmjs|artifact|mirror|verdaccio)[\w.:-]*/g,
    reason: 'the lock names packages by their integrity, whoever serves them',
  },
];

/** As sentences with line numbers. */
export function findStrayWords(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => RULES.flatMap((rule) => findIn(path, text, rule)));
}

function findIn(path: string, text: string, { pattern, reason }: (typeof RULES)[number]): string[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => {
    const line = text.slice(0, index).split('\n').length;
    return `${path}:${line} says "${word}": ${reason}.`;
  });
}
