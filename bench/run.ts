/**
 * Prints every table: `npm run bench`, or those that are named: `npm run bench -- crm`; with `-- --check` the exit code
 * says whether all targets are met.
 */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const [processor] = cpus();
console.log(
  `Machine: ${processor?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
console.log(
  `Node ${process.version}, SQLite ${process.versions.sqlite}, ${process.platform} ${process.arch}\n`,
);

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const bench of ['engine', 'http', 'team', 'calendars', 'page', 'embed', 'crm']) {
  if (named.length > 0 && !named.includes(bench)) continue;
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${bench}.ts`), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
