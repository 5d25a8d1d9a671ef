import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import { ask, serveForJourney, type Served } from './house.test-support.ts';
import { settle } from './termika.test-support.ts';

/** A house with Anna and Bo, one link they share by turns, and three who booked there. */
export interface Booked {
  served: Served;
  annaId: string;
  boId: string;
  /** Asks as Anna; whatever is refused fails the test. */
  call: (method: string, path: string, given?: unknown) => Promise<Record<string, unknown>>;
}

export async function serveBookings(given: Record<string, string> = {}): Promise<Booked> {
  const served = await serveForJourney(given);
  const house = await settle(served);
  const call: Booked['call'] = async (method, path, given) => {
    const { status, body } = await ask(served, house.key, method, path, given);
    assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const { name, email } = members.bo;
  const bo = { name, email, password: PASSWORD, seat: true, timeZone: 'Europe/Paris' };
  const boId = (await call('POST', '/api/members', bo)).id as string;
  const hostIds = [house.annaId, boId];
  const path = await house.share({ title: 'Oven tour', kind: 'round-robin', hostIds });
  await book(call, path, { name: 'Marek Zieliński', email: 'marek@piekarnia.example' });
  await book(call, path, { name: 'Chloé Girard', email: 'chloe@girard.example' });
  await book(call, path, { name: 'Ravi Menon', email: 'ravi@menon.example' });
  return { served, annaId: house.annaId, boId, call };
}

async function book(
  call: Booked['call'],
  path: string,
  visitor: { name: string; email: string },
): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC');
  const days = `from=${today.add({ days: 1 }).toString()}&to=${today.add({ days: 14 }).toString()}`;
  const free = await call('GET', `/api/public${path}/slots?${days}&timeZone=Europe/Paris`);
  const start = (free.days as { slots: string[] }[])[1]!.slots[2]!;
  await call('POST', `/api/public${path}/bookings`, { start, timeZone: 'Asia/Tokyo', visitor });
}

export const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
export const panel = (page: Page) => page.getByRole('complementary');
export const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

export async function openRow(page: Page, name: string): Promise<void> {
  await row(page, name).getByRole('link').click();
  await panel(page).getByText('History').waitFor();
}

/** '2026-12-01T09:00:00Z', so many days from today. */
export function isoFrom(days: number, time: string): string {
  return `${Temporal.Now.plainDateISO('UTC').add({ days }).toString()}T${time}:00Z`;
}
