import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from './files.ts';
import type { Outcome } from './outcome.ts';
import type { Phase } from './phases.ts';

/** Lint, format and types: each counts as one test. */
export function tools(): Phase[] {
  return [
    toolPhase('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--format=unix']),
    toolPhase('format', 'oxfmt/bin/oxfmt', ['--check']),
    toolPhase('types', 'typescript/bin/tsc', ['--project', root]),
  ];
}

function toolPhase(name: string, program: string, args: string[]): Phase {
  return { name, run: (_, signal) => runTool(name, join(root, 'node_modules', program), { args, signal }) };
}

type Call = { args: string[]; signal: AbortSignal };

async function runTool(name: string, program: string, { args, signal }: Call): Promise<Outcome> {
  const begin = performance.now();
  const child = spawn(process.execPath, [program, ...args], { cwd: root, signal });
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(null)),
  );
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const command = ['npx', program.split('/').at(-1), ...args].join(' ');
  const failure = { name, where: command, why: (out + err).trim() };
  const failures = code === 0 ? [] : [failure];
  return { passed: code === 0 ? 1 : 0, failures, skips: [], milliseconds: performance.now() - begin };
}
