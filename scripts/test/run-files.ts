import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from './files.ts';
import type { Finding, Outcome } from './outcome.ts';

type Options = {
  concurrency: number;
  /** Milliseconds for one test. */
  timeout: number;
  /** Milliseconds for all files: a file that never ends (an open server, a forgotten timer) fails then. */
  limit: number;
  signal: AbortSignal;
  env: NodeJS.ProcessEnv;
  /** Flags for Node itself in every file's process. */
  execArgv?: string[];
};

/** Runs each file in a process of its own; a file without a test fails, for it proves nothing. */
export async function runFiles(files: string[], { limit, ...options }: Options): Promise<Outcome> {
  const begin = performance.now();
  const outcome: Outcome = { passed: 0, failures: [], skips: [], milliseconds: 0 };
  const said = new Map<string, string>();
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(limit)]);
  for await (const event of run({ files, cwd: root, ...options, signal }))
    note(event as TestEvent, outcome, said);
  return { ...outcome, milliseconds: performance.now() - begin };
}

type TestEvent = { type: string; data: TestData };
type TestData = {
  name: string;
  file?: string;
  line?: number;
  message?: string;
  skip?: string | boolean;
  todo?: string | boolean;
  details?: { type?: string; error?: Error & { failureType?: string; cause?: unknown } };
};

function note({ type, data }: TestEvent, outcome: Outcome, said: Map<string, string>) {
  const file = relative(root, data.file ?? '');
  if (type === 'test:stderr' || type === 'test:stdout') said.set(file, (said.get(file) ?? '') + data.message);
  if (data.details?.type === 'suite') return;
  if (type === 'test:pass') notePass(data, file, outcome);
  if (type === 'test:fail') noteFail(data, file, { outcome, said });
}

function notePass(data: TestData, file: string, outcome: Outcome) {
  const finding = { name: data.name, where: `${file}:${data.line}` };
  const reason = data.skip ?? data.todo;
  if (isWholeFile(data))
    outcome.failures.push({ name: 'the whole file', where: file, why: 'It holds no test.' });
  else if (reason === undefined) outcome.passed++;
  else outcome.skips.push({ ...finding, why: typeof reason === 'string' ? reason : 'no reason given' });
}

/** A parent only repeats the failures of its subtests. */
function noteFail(
  data: TestData,
  file: string,
  { outcome, said }: { outcome: Outcome; said: Map<string, string> },
) {
  const error = data.details?.error;
  if (error?.failureType === 'subtestsFailed') return;
  const why = [describe(error)];
  if (isWholeFile(data)) why.push(said.get(file) ?? '');
  const name = isWholeFile(data) ? 'the whole file' : data.name;
  outcome.failures.push({
    name,
    where: `${file}:${data.line}`,
    why: why.join('\n').trim(),
  } satisfies Finding);
}

/** The runner reports a file that breaks outside its tests, or holds none, as a test bearing its path. */
function isWholeFile(data: TestData): boolean {
  return data.name === data.file;
}

/** An assertion says everything in its message and where it stands; other errors may hide more in their fields. */
function describe(error: (Error & { cause?: unknown }) | undefined): string {
  const cause = error?.cause ?? error;
  if (typeof cause === 'string') return cause;
  const isAssertion = cause instanceof Error && 'code' in cause && cause.code === 'ERR_ASSERTION';
  const text = isAssertion ? (cause.stack ?? cause.message) : inspect(cause);
  return text
    .split('\n')
    .filter((line) => !RUNNER_LINE.test(line))
    .join('\n')
    .replace(/^AssertionError \[ERR_ASSERTION\]: /, '');
}

const RUNNER_LINE = /^\s+at .*node:internal|^\s+at .*\(node:(async_hooks|test)/;
