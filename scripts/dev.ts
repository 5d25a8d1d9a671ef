import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The server and the staff app, each made anew when its source changes. Ctrl-C ends both. */
const children: ChildProcess[] = [
  run('--disable-warning=ExperimentalWarning', '--watch', 'src/main.ts'),
  run('node_modules/vite/bin/vite.js', 'build', '--watch', '--logLevel=warn'),
];
for (const child of children) child.once('exit', () => end());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
}

function end(): void {
  for (const child of children) child.kill('SIGTERM');
}
