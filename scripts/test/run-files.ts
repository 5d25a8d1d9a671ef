import { run } from 'node:test';
import { writeBatches } from './batches.ts';
import { root } from './files.ts';
import { newNotes, note, type TestEvent } from './note.ts';
import type { Outcome } from './outcome.ts';

type Options = {
  concurrency: number;
  /** Milliseconds for one test, and for one process. */
  timeout: number;
  /** Milliseconds for all files: a file that never ends (an open server, a forgotten timer) fails then. */
  limit: number;
  signal: AbortSignal;
  env: NodeJS.ProcessEnv;
  /** Flags for Node itself in every process. */
  execArgv?: string[];
  /** Several files in each process; else each in one of its own. */
  together?: boolean;
};

/** A file without a test fails, for it proves nothing. */
export async function runFiles(files: string[], { limit, together, ...options }: Options): Promise<Outcome> {
  const begin = performance.now();
  const batches = together ? writeBatches(files) : undefined;
  const notes = newNotes(batches);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(limit)]);
  try {
    const programs = batches?.programs ?? files;
    for await (const event of run({ files: programs, cwd: root, ...options, signal }))
      note(event as TestEvent, notes);
  } finally {
    batches?.remove();
  }
  return { ...notes.outcome, milliseconds: performance.now() - begin };
}
