import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './files.ts';

/** Programs that each run several test files, one suite a file, named by its path. */
export type Batches = { programs: string[]; filesOf: (program: string) => string[]; remove: () => void };

/** So many for each core that the last one to end has little left to do alone. */
const BATCHES_PER_CORE = 4;
const LEAST_FILES = 6;

/**
 * Loading the house and warming it up takes a process longer than most files take to test. A suite keeps the hooks of
 * its file to itself; what else files share (the environment, module state) they must leave as they found it.
 */
export function writeBatches(files: string[]): Batches {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-tests-'));
  const cores = availableParallelism();
  const wished = Math.max(cores, Math.ceil(files.length / LEAST_FILES));
  const count = Math.min(files.length, wished, cores * BATCHES_PER_CORE);
  const dealt = Array.from({ length: count }, (_, batch) => files.filter((_, at) => at % count === batch));
  const byProgram = new Map(dealt.map((batch, at) => [join(folder, `batch-${at + 1}.mjs`), batch]));
  for (const [program, batch] of byProgram) writeFileSync(program, programOf(batch));
  return {
    programs: [...byProgram.keys()],
    filesOf: (program) => byProgram.get(program) ?? [],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function programOf(files: string[]): string {
  const suites = files.map((file) => {
    const url = pathToFileURL(join(root, file)).href;
    return `describe(${JSON.stringify(file)}, async () => { await import(${JSON.stringify(url)}); });`;
  });
  return ["import { describe } from 'node:test';", ...suites, ''].join('\n');
}
