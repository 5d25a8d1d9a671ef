import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Job } from './job.ts';
import { renewLeases } from './store-leases.ts';

/** How long a job stays with a process that says nothing more of it: so soon others take over from a dead one. */
export const LEASE_MS = 6_100;
/** Two renewals may fail before a job is lost. */
const RENEW_EVERY_MS = 2_000;

export interface KeptLeases {
  /** False once another process has taken the job over. */
  isHeld(job: Job): boolean;
  /** The job is settled, or given back: it is renewed no more. */
  letGo(job: Job): void;
  end(): void;
}

/** Renews the leases of these jobs while they wait and run, so that slow work is not begun a second time elsewhere. */
export function keepLeases(platform: Platform, jobs: readonly Job[]): KeptLeases {
  const kept = new Map(jobs.map((job) => [job.id, job]));
  let renewing = false;
  const renew = async (): Promise<void> => {
    if (renewing || kept.size === 0) return;
    renewing = true;
    try {
      const asked = [...kept.values()];
      const held = await platform.db.transact((tx) => renewLeases(tx, platform.clock, asked, LEASE_MS));
      for (const { id } of asked) if (!held.has(id)) kept.delete(id);
    } catch (error) {
      platform.log.error('renewing leases failed', errorFacts(error));
    }
    renewing = false;
  };
  const timer = setInterval(() => void renew(), RENEW_EVERY_MS);
  return {
    isHeld: ({ id }) => kept.has(id),
    letGo: ({ id }) => void kept.delete(id),
    end: () => clearInterval(timer),
  };
}
