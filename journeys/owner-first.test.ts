import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD, visitors } from '../demo/cast.ts';
import { ask, PATIENCE_MS, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let boId: string;

const { chloe, marek } = visitors;
const today = Temporal.Now.plainDateISO();
const back = today.add({ days: 15 }).toString();
const away = { from: today.toString(), to: today.add({ days: 14 }).toString(), reason: 'Walking' };
const links = {
  strict: { ownerFirst: 'strict' },
  full: { ownerFirst: 'strict', horizon: { rollingDays: 10 } },
  ladder: { ownerFirst: 'ladder' },
  asked: { ownerFirst: 'strict', identify: 'email' },
};
const ids = new Map<string, string>();

/** Chloé and Marek are Bo's, and Bo is away for two weeks. Nobody needs to wait as long for Anna. */
before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  boId = await made('/api/members', { ...members.bo, seat: true, password: PASSWORD });
  await made(`/api/members/${boId}/absences`, away);
  for (const { name, email } of [chloe, marek])
    await made('/api/contacts', { name, emails: [{ address: email, primary: true }], ownerId: boId });
  for (const [slug, settings] of Object.entries(links)) {
    await house.share({ slug, kind: 'round-robin', hostIds: [house.annaId, boId], ...settings });
  }
  const { body } = await ask(served, house.key, 'GET', '/api/links');
  for (const { slug, id } of body.items as { slug: string; id: string }[]) ids.set(slug, id);
});
after(() => served.close());

test('C2.1: a visitor with an invited link sees only their contact’s times and books with them, with script and without', async () => {
  await Promise.all([
    bookWithBo(chloe, { script: true }, { times: /Times of Bo Lindqvist/, done: /Meeting booked/, slot: 0 }),
    bookWithBo(
      marek,
      { script: false, locale: 'fr-FR', width: 360 },
      { times: /Bo Lindqvist. Voici ses horaires/, done: /Rendez-vous réservé/, slot: 1 },
    ),
  ]);
  const { body } = await ask(served, house.key, 'GET', '/api/bookings');
  const booked = body.items as { hostIds: string[] }[];
  assert.deepEqual(
    booked.map(({ hostIds }) => hostIds),
    [[boId], [boId]],
  );
});

test('C2.2: when the contact has no free time their visitor writes to them, and the mail is there', async () => {
  await Promise.all([
    write(chloe, { script: true, dark: true }, 'Our oven is cold.'),
    write(marek, { script: false, width: 360 }, 'We want a second oven.'),
  ]);
});

test('C3: on the ladder a visitor waits for their contact or takes the first free', async () => {
  const { page } = await visitor(served);
  await page.goto(await invited('ladder', chloe));
  await page.locator('#work').getByText('has nothing free within 5 working days').waitFor();
  assert.ok((await firstDay(page)) < back);
  await page.getByRole('link', { name: 'Wait for my usual contact' }).click();
  await page.locator('#work').getByText('Times of Bo Lindqvist').waitFor();
  assert.ok((await firstDay(page)) >= back);
  await page.getByRole('link', { name: 'Take the first free' }).press('Enter');
  await page.locator('#work').getByText('The first free times').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Take the first free');
  assert.ok((await firstDay(page)) < back);
  await page.goBack();
  await page.locator('#work').getByText('Times of Bo Lindqvist').waitFor();
  await page.getByRole('link', { name: 'Take the first free' }).click();
  await page.locator('#work').getByText('The first free times').waitFor();
  await sendDetails(page, {});
  await page.waitForSelector('#done');
});

test('C4: a link that asks for the e-mail shows a visitor’s own contact’s times afterwards, and no name', async () => {
  await Promise.all([true, false].map((script) => sayWho(script)));
});

async function sayWho(script: boolean): Promise<void> {
  const { page } = await visitor(served, { script, timezoneId: 'Europe/Warsaw' });
  await page.goto(`${served.url}/termika/asked`);
  await page.fill('#f-email', chloe.email);
  await page.waitForTimeout(2_200);
  await page.keyboard.press('Enter');
  await page.locator('#work').getByText('Times of your usual contact').waitFor();
  if (script) await page.locator('#zone').getByText('Warsaw time').waitFor();
  assert.ok((await firstDay(page)) >= back);
  assert.doesNotMatch(page.url(), /girard|%40|@/);
  assert.doesNotMatch(await page.innerText('body'), /Lindqvist|Girard/);
}

type Who = (typeof visitors)[keyof typeof visitors];
type How = Parameters<typeof visitor>[1];

async function bookWithBo(
  who: Who,
  how: How,
  says: { times: RegExp; done: RegExp; slot: number },
): Promise<void> {
  const { page, context, elsewhere } = await visitor(served, how);
  await page.goto(await invited('strict', who));
  await page.locator('#work').getByText(says.times).waitFor();
  assert.ok((await firstDay(page)) >= back, 'no day on which only another is free');
  await sendDetails(page, who, says.slot);
  await page.getByRole('heading', { name: says.done }).waitFor();
  assert.match(await page.innerText('main'), /Bo Lindqvist/);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(elsewhere, []);
}

async function write(who: Who, how: How, words: string): Promise<void> {
  const { page } = await visitor(served, how);
  await page.goto(await invited('full', who));
  await page.getByRole('heading', { name: 'Bo Lindqvist has no free time at the moment' }).waitFor();
  assert.equal(await page.locator('.days').count(), 0, 'no blank calendar');
  assert.equal(await page.inputValue('#f-name'), who.name);
  await page.waitForTimeout(2_200);
  await page.click('button.main');
  await page.waitForSelector('#wrongs');
  await page.fill('#f-text', words);
  await page.getByRole('button', { name: 'Write to Bo Lindqvist' }).click();
  await page.getByRole('heading', { name: 'Message sent' }).waitFor();
  assert.ok(!(await page.content()).includes(members.bo.email), 'the address stays theirs');
  await until(`the mail with "${words}"`, async () => {
    const { body } = await ask(served, house.key, 'GET', `/api/mail?to=${members.bo.email}`);
    return (body.items as { text: string }[]).some(({ text }) => text.includes(words));
  });
}

/** The form knows who comes; what it knows is sent as it is. Who is known by name types neither name nor address. */
async function sendDetails(page: Page, known: Partial<Who>, slot = 0): Promise<void> {
  await page.click(`.slot >> nth=${slot}`);
  await page.locator('.known, #f-name').waitFor();
  const [said = ''] = await page.locator('.known').allInnerTexts();
  if (known.name) assert.ok(said.includes(known.name) && said.includes(known.email!), said);
  if (known.email && !known.name) assert.equal(await page.inputValue('#f-email'), known.email);
  await page.waitForTimeout(2_200);
  await page.click('button.main');
}

async function firstDay(page: Page): Promise<string> {
  const day = page.locator('[data-date]').first();
  await day.waitFor({ timeout: PATIENCE_MS });
  return (await day.getAttribute('data-date')) ?? '';
}

/** The address that a colleague would send. */
async function invited(slug: string, { email }: Who): Promise<string> {
  const record = { kind: 'contact', id: await contactId(email) };
  const answer = await ask(served, house.key, 'POST', `/api/links/${ids.get(slug)}/invitations`, {
    record,
    email,
  });
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body.url as string;
}

async function contactId(email: string): Promise<string> {
  const { body } = await ask(served, house.key, 'GET', '/api/contacts');
  type Listed = { id: string; emails: { address: string }[] };
  return (body.items as Listed[]).find(({ emails }) => emails[0]?.address === email)!.id;
}

async function made(path: string, body: unknown): Promise<string> {
  const answer = await ask(served, house.key, 'POST', path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}
