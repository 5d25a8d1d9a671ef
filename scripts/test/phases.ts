import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { onPostgres, onSqlite, QUICK_HASHING, withBrowser } from './environment.ts';
import type { Ground } from './ground.ts';
import { type Outcome, skipFiles } from './outcome.ts';
import { runFiles } from './run-files.ts';
import { tools } from './tools.ts';
import type { Wishes } from './wishes.ts';

export type Phase = {
  name: string;
  needs?: 'postgres' | 'chromium';
  run: (ground: Ground, signal: AbortSignal) => Promise<Outcome>;
};

const MINUTE = 60_000;

/** The phases in their order; files whose name ends in `.db.test.ts` run once on each database. */
export function planPhases(wishes: Wishes, files: string[]): Phase[] {
  const tooling = ['all', 'quick'].includes(wishes.scope) ? tools() : [];
  const short = wishes.scope === 'soak' ? [] : shortPhases(files);
  const long = wishes.scope === 'quick' ? [] : longPhases(files, wishes);
  const phases = [...short, ...long].filter((phase) => phase.files.length > 0);
  const isWished = (phase: FilePhase) => wishes.scope !== 'quick' || phase.needs !== 'postgres';
  return [...tooling, ...phases.filter(isWished)];
}

type FilePhase = Phase & { files: string[] };

function shortPhases(files: string[]): FilePhase[] {
  const unit = files.filter((file) => !['checks', 'soak', 'journeys'].includes(areaOf(file)));
  const work = { concurrency: availableParallelism(), timeout: 2 * MINUTE, limit: 15 * MINUTE };
  const onBoth = unit.filter(isOnBoth);
  const together = { ...work, timeout: 5 * MINUTE, together: true };
  const onDatabase = { ...together, execArgv: ['--import', QUICK_HASHING], forgets: true };
  return [
    sqlitePhase('checks', inArea(files, 'checks'), work),
    sqlitePhase(
      'unit',
      unit.filter((file) => !isOnBoth(file)),
      together,
    ),
    sqlitePhase('SQLite', onBoth, onDatabase),
    postgresPhase('PostgreSQL', onBoth, onDatabase),
  ];
}

/** Abuse and simulation within one process go on beside another; races, kills and sockets want the machine for themselves. */
function longPhases(files: string[], wishes: Wishes): FilePhase[] {
  const soak = inArea(files, 'soak');
  const abuse = soak.filter((file) => isOnBoth(file) && /abuse-|-simulation/.test(file));
  const alone = soak.filter((file) => !abuse.includes(file));
  const isLong = wishes.scope === 'soak';
  const work = {
    concurrency: 1,
    timeout: (isLong ? 60 : 5) * MINUTE,
    limit: (isLong ? 180 : 8) * MINUTE,
    isLong,
  };
  const beside = { ...work, concurrency: availableParallelism(), forgets: true };
  const soaks = [
    sqlitePhase('abuse on SQLite', abuse, beside),
    postgresPhase('abuse on PostgreSQL', abuse, beside),
    sqlitePhase('races on SQLite', alone, work),
    postgresPhase('races on PostgreSQL', alone.filter(isOnBoth), work),
  ];
  return isLong ? soaks : [...soaks, ...journeyPhases(inArea(files, 'journeys'))];
}

type Work = {
  concurrency: number;
  timeout: number;
  limit: number;
  isLong?: boolean;
  execArgv?: string[];
  together?: boolean;
  forgets?: boolean;
};

function sqlitePhase(name: string, files: string[], work: Work): FilePhase {
  return { name, files, run: (_, signal) => runFiles(files, { ...work, signal, env: onSqlite(work) }) };
}

function postgresPhase(name: string, files: string[], work: Work): FilePhase {
  const run: Phase['run'] = async ({ postgres }, signal) => {
    if ('missing' in postgres) return skipFiles(files, `on PostgreSQL: ${postgres.missing}`);
    return runFiles(files, { ...work, signal, env: onPostgres(postgres, work) });
  };
  return { name, files, needs: 'postgres', run };
}

/** What is timed is timed alone. */
function journeyPhases(files: string[]): FilePhase[] {
  const isTimed = (file: string) => file.endsWith('-figures.test.ts');
  const others = files.filter((file) => !isTimed(file));
  return [
    journeyPhase('figures', files.filter(isTimed), 1),
    // People wait, for a page or for what saves itself: half of a journey's time no processor works for it.
    journeyPhase('journeys', others, availableParallelism() + 1),
  ];
}

function journeyPhase(name: string, files: string[], concurrency: number): FilePhase {
  const run: Phase['run'] = async ({ chromium }, signal) => {
    if ('missing' in chromium) return skipFiles(files, chromium.missing);
    const work = { concurrency, timeout: 5 * MINUTE, limit: 20 * MINUTE };
    const env = withBrowser(chromium.path, { isTimed: concurrency === 1 });
    return runFiles(files, { ...work, signal, env });
  };
  return { name, files, needs: 'chromium', run };
}

function inArea(files: string[], area: string): string[] {
  return files.filter((file) => areaOf(file) === area);
}

function areaOf(file: string): string {
  return file.split(sep)[0] ?? '';
}

function isOnBoth(file: string): boolean {
  return file.endsWith('.db.test.ts');
}
