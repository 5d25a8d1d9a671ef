import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outside } from '../src/calendars/outside/outside.ts';
import { readConfig } from '../src/platform/config.ts';
import type { Clock } from '../src/platform/clock.ts';
import { newToken } from '../src/platform/secrets.ts';
import { logTo } from '../src/platform/log.ts';
import { openPlatform } from '../src/platform/open.ts';
import { composeHouse, type House } from '../src/house.ts';
import { lentDatabase } from './lent-database.ts';
import { layMigratedFile } from './migrated.ts';

/** A clock that tests move by hand. */
export interface MovableClock extends Clock {
  set(iso: string): void;
  advance(minutes: number): void;
}

export interface CleanSlate extends House {
  clock: MovableClock;
  /** What the house would have written to its log. */
  logged: string[];
  databaseUrl: string | undefined;
  dataDir: string;
}

export function movableClock(iso: string): MovableClock {
  let now = Date.parse(iso);
  return {
    now: () => now,
    set: (to) => {
      now = Date.parse(to);
    },
    advance: (minutes) => {
      now += minutes * 60_000;
    },
  };
}

/**
 * A whole house on an empty database of its own: SQLite in a temporary folder, or, with
 * RONDO_TEST_DATABASE=postgres, a fresh database on the server at RONDO_TEST_DATABASE_URL.
 */
export async function cleanSlate(
  now = '2026-11-23T08:00:00Z',
  env: Record<string, string> = {},
  outside: Partial<Outside> = {},
): Promise<CleanSlate> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rondo-'));
  const isPostgres = process.env.RONDO_TEST_DATABASE === 'postgres';
  const database = isPostgres ? await lentDatabase(process.env.RONDO_TEST_DATABASE_URL) : undefined;
  if (!database) await layMigratedFile(dataDir);
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: database?.url,
    RONDO_SECRET: newToken(),
    RONDO_SETUP_TOKEN: 'set-up-token',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    PUBLIC_RATE_LIMIT: '0',
    LOG_LEVEL: 'debug',
    ...env,
  });
  const clock = movableClock(now);
  const logged: string[] = [];
  const platform = await openPlatform(config, {
    clock,
    log: logTo((line) => logged.push(line), config.logLevel),
  });
  const house = composeHouse(platform, outside);
  const close = async (): Promise<void> => {
    await house.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...house, clock, logged, close, databaseUrl: database?.url, dataDir };
}
