import { isAbsolute, relative } from 'node:path';
import { inspect } from 'node:util';
import type { Batches } from './batches.ts';
import { root } from './files.ts';
import type { Finding, Outcome } from './outcome.ts';

export type TestEvent = { type: string; data: TestData };
type TestData = {
  name: string;
  nesting: number;
  file?: string;
  /** The program that was run; `file` is where the test itself stands. */
  entryFile?: string;
  line?: number;
  testId?: number;
  parentId?: number;
  message?: string;
  skip?: string | boolean;
  todo?: string | boolean;
  details?: { type?: string; error?: Error & { failureType?: string; cause?: unknown } };
};

export type Notes = {
  outcome: Outcome;
  /** What each program wrote. */
  said: Map<string, string>;
  /** Suites that hold a test: '{program} {id}'. */
  filled: Set<string>;
  batches: Batches | undefined;
};

export function newNotes(batches?: Batches): Notes {
  const outcome: Outcome = { passed: 0, failures: [], skips: [], milliseconds: 0 };
  return { outcome, said: new Map(), filled: new Set(), batches };
}

/** Keeps what one event of the runner says. */
export function note({ type, data }: TestEvent, notes: Notes) {
  if (type === 'test:stderr' || type === 'test:stdout') keepWords(data, notes);
  if (type !== 'test:pass' && type !== 'test:fail') return;
  notes.filled.add(`${data.entryFile} ${data.parentId}`);
  if (data.details?.type === 'suite') noteSuite(type, data, notes);
  else if (type === 'test:pass') notePass(data, notes);
  else noteFail(data, notes);
}

function keepWords({ file = '', message = '' }: TestData, { said }: Notes) {
  said.set(file, (said.get(file) ?? '') + message);
}

/** A suite fails by itself when what stands around its tests does: loading the file, or a hook. */
function noteSuite(type: string, data: TestData, { outcome, filled, batches }: Notes) {
  const error = data.details?.error;
  const isFile = data.nesting === 0 && (batches?.filesOf(data.file ?? '').includes(data.name) ?? false);
  const finding = isFile
    ? { name: 'the whole file', where: data.name }
    : { name: data.name, where: placeOf(data) };
  if (type === 'test:fail' && !ONLY_ECHOES.includes(error?.failureType ?? ''))
    outcome.failures.push({ ...finding, why: describe(error) });
  else if (isFile && !filled.has(`${data.entryFile} ${data.testId}`))
    outcome.failures.push({ ...finding, why: 'It holds no test.' });
}

/** Each test concerned says it itself. */
const ONLY_ECHOES = ['subtestsFailed', 'cancelledByParent'];

function notePass(data: TestData, { outcome }: Notes) {
  const reason = data.skip ?? data.todo;
  const finding = { name: data.name, where: placeOf(data) };
  if (isWholeProgram(data))
    outcome.failures.push({ name: 'the whole file', where: nameOf(data.file), why: 'It holds no test.' });
  else if (reason === undefined) outcome.passed++;
  else outcome.skips.push({ ...finding, why: typeof reason === 'string' ? reason : 'no reason given' });
}

/** A parent only repeats the failures of its subtests. */
function noteFail(data: TestData, notes: Notes) {
  const error = data.details?.error;
  if (error?.failureType === 'subtestsFailed') return;
  const finding = { name: data.name, where: placeOf(data), why: describe(error) };
  notes.outcome.failures.push(isWholeProgram(data) ? ofProgram(data, finding.why, notes) : finding);
}

function ofProgram({ file = '' }: TestData, error: string, { batches, said }: Notes): Finding {
  const where = batches?.filesOf(file).join(', ') ?? nameOf(file);
  const why = `${error}\n${said.get(file) ?? ''}`.trim();
  return { name: batches ? 'one of these files' : 'the whole file', where, why };
}

/** The runner reports a program that breaks outside its tests, or holds none, as a test bearing its path. */
function isWholeProgram(data: TestData): boolean {
  return data.name === data.file;
}

function placeOf(data: TestData): string {
  return `${nameOf(data.file)}:${data.line}`;
}

function nameOf(file = ''): string {
  return isAbsolute(file) ? relative(root, file) : file;
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
