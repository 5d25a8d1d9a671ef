import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { root } from './files.ts';

/** What the caller of `npm test` asked for. */
export type Wishes = {
  /** all: everything once; quick: what an editor needs to know; soak: the long races; files: only the named. */
  scope: 'all' | 'quick' | 'soak' | 'files';
  /** Files or folders, relative to the project. */
  only: string[];
  leaveOutPostgres: boolean;
  maySkip: boolean;
};

const USAGE = `npm test [-- switches] [-- files or folders]
  --sqlite     leaves PostgreSQL out (its tests are counted as skipped)
  --no-skips   what cannot be run counts as failed (always so where CI=true)
  --quick      lint, format, types, checks and unit tests on SQLite: npm run check
  --soak       the long races and kills: npm run soak`;

const SWITCHES = ['--sqlite', '--no-skips', '--quick', '--soak'];

/** Stops the program with a sentence when a switch is unknown or a file does not exist. */
export function readWishes(args: string[], env: NodeJS.ProcessEnv): Wishes {
  const switches = args.filter((arg) => arg.startsWith('-'));
  const unknown = switches.find((name) => !SWITCHES.includes(name));
  if (unknown) fail(`${unknown} is not a switch of npm test.\n${USAGE}`);
  const only = args.filter((arg) => !arg.startsWith('-')).map(fromRoot);
  const isCi = ['true', '1'].includes(env['CI'] ?? '');
  return {
    scope: scopeOf(switches, only),
    only,
    leaveOutPostgres: switches.includes('--sqlite'),
    maySkip: !isCi && !switches.includes('--no-skips'),
  };
}

/** Ends the program with a sentence instead of a stack. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function scopeOf(switches: string[], only: string[]): Wishes['scope'] {
  if (switches.includes('--soak')) return 'soak';
  if (only.length > 0) return 'files';
  return switches.includes('--quick') ? 'quick' : 'all';
}

function fromRoot(path: string): string {
  if (!existsSync(resolve(path))) fail(`There is no ${path} to test.`);
  return relative(root, resolve(path));
}
