import { findChromium } from '../chromium.ts';
import { type Postgres, bringUpPostgres } from '../postgres.ts';
import type { Phase } from './phases.ts';
import type { Wishes } from './wishes.ts';

/** What phases stand on; a missing part says why in a sentence. */
export type Ground = {
  postgres: Postgres | { missing: string };
  chromium: { path: string } | { missing: string };
  stop: () => Promise<void>;
};

/** Brings up only what the phases need. */
export async function prepareGround(phases: Phase[], wishes: Wishes): Promise<Ground> {
  const needs = new Set(phases.map((phase) => phase.needs));
  const unused = { missing: 'not needed' };
  const chromium = needs.has('chromium') ? findChromium(process.env) : unused;
  const postgres = needs.has('postgres') ? await postgresUnless(wishes.leaveOutPostgres) : unused;
  if ('url' in postgres) console.log(`PostgreSQL from ${postgres.from}`);
  return { postgres, chromium, stop: async () => ('stop' in postgres ? postgres.stop() : undefined) };
}

async function postgresUnless(leftOut: boolean): Promise<Ground['postgres']> {
  return leftOut ? { missing: 'left out by --sqlite' } : bringUpPostgres(process.env);
}
