import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Rondo in a process of its own, as its users run it. */
export interface Server {
  url: string;
  pid: number;
  /** Milliseconds from the spawn to the line that says it listens. */
  startedInMs: number;
  /** What the process has used since it began. */
  usage(): Promise<Usage>;
  /** Everything it wrote but the lines of requests. */
  said(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would; resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface Usage {
  cpuMs: number;
  bytes: number;
}

export interface RequestLine {
  route: string;
  status: number;
  statements: number;
}

export interface Start {
  env: Record<string, string>;
  /** More arguments of Node, before the program. */
  nodeArgs?: string[];
  onRequest?: (line: RequestLine) => void;
  /** Without what earlier starts have compiled. */
  isCold?: boolean;
}

const root = join(import.meta.dirname, '..');
const ATTENDANT = ['--import', join(root, 'soak', 'attendant.mjs')];
/** Node's flags as `npm start` gives them, relative to the project. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const FLAGS = /^exec node (.*?) src\/main\.ts/.exec(scripts.start)![1]!.split(' ');
const PATIENCE_MS = 60_000;

/** Starts it on a free port of this machine; rejects with what it said when it does not come to listen. */
export async function startServer(start: Start): Promise<Server> {
  const began = performance.now();
  const child = spawnServer(start);
  const lines: string[] = [];
  const port = await listeningPort(child, lines, start.onRequest);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    startedInMs: performance.now() - began,
    usage: async () => {
      child.send('usage');
      return (await once(child, 'message'))[0] as Usage;
    },
    said: () => lines.join('\n'),
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

function spawnServer({ env, nodeArgs = [], isCold }: Start): ChildProcess {
  const flags = isCold ? FLAGS.filter((flag) => !/^--import$|compile-cache/.test(flag)) : FLAGS;
  const args = [...flags, ...ATTENDANT, ...nodeArgs, join(root, 'src', 'main.ts')];
  return spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', PUBLIC_RATE_LIMIT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function listeningPort(child: ChildProcess, lines: string[], onRequest: Start['onRequest']): Promise<number> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error(`Rondo did not start:\n${lines.join('\n')}`));
    const impatient = setTimeout(giveUp, PATIENCE_MS);
    child.once('exit', () => setTimeout(giveUp, 50));
    createInterface({ input: child.stderr! }).on('line', (line) => lines.push(line));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.includes('"message":"request"')) return onRequest?.(JSON.parse(line) as RequestLine);
      lines.push(line);
      const port = /"message":"Rondo listens.*"port":(\d+)/.exec(line)?.[1];
      if (port) clearTimeout(impatient);
      if (port) resolve(Number(port));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
