import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST_POSTGRES = 15;

/** The folder with the newest usable `postgres` and `initdb` of this machine. */
export function postgresPrograms(env: NodeJS.ProcessEnv): string | undefined {
  const folders = [...packagedFolders(), ...(env['PATH'] ?? '').split(delimiter)];
  const usable = folders.map((folder) => ({ folder, version: versionIn(folder) }));
  const best = usable
    .filter(({ version }) => version >= OLDEST_POSTGRES)
    .toSorted((a, b) => b.version - a.version);
  return best[0]?.folder;
}

/** Debian, Red Hat and Homebrew keep the server's programs away from the PATH. */
function packagedFolders(): string[] {
  const versioned = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const below = versioned.flatMap((parent) => namesIn(parent).map((name) => join(parent, name, 'bin')));
  const redHat = namesIn('/usr').filter((name) => name.startsWith('pgsql-'));
  return [...below, ...redHat.map((name) => join('/usr', name, 'bin')), '/usr/local/pgsql/bin'];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A link to `postgres` alone (without `initdb` beside it) is no installation. */
function versionIn(folder: string): number {
  const programs = ['postgres', 'initdb'].map((name) => join(folder, name));
  if (folder === '' || !programs.every((program) => existsSync(program))) return 0;
  const answer = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(answer)?.[1] ?? 0);
}
