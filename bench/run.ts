/** Prints every table: `npm run bench`; with `-- --check` the exit code says whether all targets are met. */
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

for (const bench of ['engine.ts', 'http.ts', 'page.ts']) {
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, bench), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
