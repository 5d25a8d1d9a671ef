import { sql } from 'kysely';
import type { Config } from '../src/platform/config.ts';
import { logTo } from '../src/platform/log.ts';
import { openPlatform } from '../src/platform/open.ts';
import { composeHouse } from '../src/house.ts';
import { movableClock } from './clean-slate.ts';
import { dayAfter } from './days.ts';
import { furnishCrm } from './furnish-crm.ts';
import { furnishLinks } from './furnish-links.ts';
import { furnishPeople } from './furnish-people.ts';
import { furnishRotations } from './furnish-rotations.ts';
import { live, writeDown, type House } from './live.ts';
import { newestToken } from './mailbox.ts';
import { openTermika } from './open-termika.ts';

/** What a visitor of the demonstration needs to get in. */
export interface Furnished {
  apiKey: string;
  /** The address of a meeting to come, and of a time that waits for its visitor to confirm. */
  manageToken: string;
  holdToken: string;
}

/** Fills an empty house over HTTP, on a clock that begins ten weeks before `now`; leaves it closed, to be served. */
export async function furnish(config: Config, now: string): Promise<Furnished> {
  const today = now.slice(0, 10);
  const clock = movableClock(`${dayAfter(today, -70)}T09:00:00Z`);
  const platform = await openPlatform(
    { ...config, publicRateLimit: 0 },
    { clock, log: logTo(() => {}, 'silent') },
  );
  // Throw-away data need not survive a power cut: without waiting for the disk it is made in half the time.
  await sql`pragma synchronous = off`.execute(platform.db.root);
  const slate = {
    ...composeHouse(platform),
    clock,
    logged: [],
    databaseUrl: undefined,
    dataDir: config.dataDir,
  };
  try {
    const termika = await openTermika(slate);
    const staff = await furnishPeople(termika, today);
    const house = { termika, staff, links: await furnishLinks(termika, staff, today) };
    await live(house, now);
    await writeDown(house, now);
    await furnishCrm(house, now);
    await furnishRotations(house, now);
    return await leaveOpen(house, today);
  } finally {
    await slate.close();
  }
}

/** Two visitors of this very minute: one has a meeting, one has yet to confirm. */
async function leaveOpen(house: House, today: string): Promise<Furnished> {
  const { termika, links } = house;
  const between = [dayAfter(today, 2), dayAfter(today, 20)] as const;
  const sofie = { name: 'Sofie Maes', email: 'sofie@maes-wafels.example', timeZone: 'Europe/Brussels' };
  const [talk] = await termika.starts(links.talk, ...between);
  await termika.book(links.talk, talk!, sofie, { answers: { product: 'Pastry' } });
  const nils = { name: 'Nils Ek', email: 'nils@ek-brod.example', timeZone: 'Europe/Stockholm' };
  const [appointment] = await termika.starts(links.appointment, ...between);
  await termika.book(links.appointment, appointment!, nils);
  return {
    apiKey: termika.anna.key,
    manageToken: (await newestToken(house, sofie.email))!,
    holdToken: (await newestToken(house, nils.email))!,
  };
}
