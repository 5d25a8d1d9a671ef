import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { members, PASSWORD } from '../demo/cast.ts';
import {
  startGoogleServer,
  type GoogleServer,
} from '../src/calendars/outside/google/google-server.test-support.ts';
import {
  loginPage,
  startLyingServer,
  type LyingServer,
} from '../src/calendars/outside/lying-server.test-support.ts';
import {
  startMicrosoftServer,
  type MicrosoftServer,
} from '../src/calendars/outside/microsoft/microsoft-server.test-support.ts';
import { ask, PATIENCE_MS, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { atWork, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let google: GoogleServer;
let microsoft: MicrosoftServer;
let files: LyingServer;
let served: Served;
let termika: Settled;
let anna: AtWork;
let page: Page;

/** Next week's Tuesday in Paris; the early shift is from nine to eleven. */
const today = Temporal.Now.plainDateISO('Europe/Paris');
const day = today.add({ days: 9 - today.dayOfWeek });
const atHour = (hour: number) =>
  day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: { hour } }).toInstant().toString();
const compact = (hour: number) => atHour(hour).replaceAll(/[-:]/g, '');

before(async () => {
  [google, microsoft, files] = await Promise.all([
    startGoogleServer(),
    startMicrosoftServer(),
    startLyingServer(),
  ]);
  google.addCalendar({ id: 'anna@mail.example', summary: 'Private', primary: true });
  google.addCalendar({ id: 'holidays', summary: 'Holidays', accessRole: 'reader' });
  const owner = { address: 'anna@office.example' };
  microsoft.addCalendar({ id: 'main==', name: 'Office', isDefaultCalendar: true, owner });
  served = await serveForJourney(environment());
  termika = await settle(served);
  const hired = { ...members.bo, password: PASSWORD, seat: true };
  assert.equal((await api('POST', '/api/members', hired)).status, 201);
  anna = await atWork(served, '/admin/settings/calendars', { timezoneId: 'Europe/Paris' });
  page = anna.page;
  page.setDefaultTimeout(PATIENCE_MS);
  await consentPages(page);
});
after(async () => {
  await served?.close();
  await Promise.all([google, microsoft, files].map((server) => server?.close()));
});

const api = (method: string, path: string, body?: object) => ask(served, termika.key, method, path, body);

function environment(): Record<string, string> {
  const client = (name: string, url: string) => ({
    [`${name}_CLIENT_ID`]: 'client-id',
    [`${name}_CLIENT_SECRET`]: 'client-secret',
    [`${name}_API_URL`]: url,
  });
  const hosts = [google.privateHost, microsoft.privateHost, files.host];
  return {
    PRIVATE_HOSTS: hosts.join(','),
    ...client('GOOGLE', google.url),
    ...client('MICROSOFT', microsoft.url),
  };
}

/** What the services show to people: who asks, and two ways back. */
async function consentPages(at: Page): Promise<void> {
  for (const service of [google, microsoft]) {
    await at.route(`${service.url}/**`, async (route) => {
      const asked = route.request().url();
      const ways = [
        `<a href="${service.agree(asked)}">Allow</a>`,
        `<a href="${service.agree(asked, { refuse: true })}">Deny</a>`,
      ];
      await route.fulfill({ contentType: 'text/html', body: ways.join(' ').replaceAll('&', '&amp;') });
    });
  }
}

const CONNECTED = 'The calendar is connected.';
const WAS_READ = /^Read (just now|\d+ minutes? ago)$/;
const dialog = () => page.getByRole('dialog');
const account = (name: string, at = page) => at.getByRole('region', { name, exact: true });
const feed = (at: Page) => at.getByRole('textbox', { name: 'Address of your calendar feed' });
const banner = (name: string) => page.getByText(new RegExp(`“${name}” has not been read since`));

async function connectTo(service: string): Promise<void> {
  await page.getByRole('button', { name: 'Connect a calendar' }).click();
  await dialog().getByRole('combobox', { name: 'Where is your calendar?' }).click();
  await page.getByRole('option', { name: service }).click();
}

async function consentTo(option: string, answer: 'Allow' | 'Deny'): Promise<void> {
  await connectTo(option);
  await dialog()
    .getByRole('button', { name: /^Go on to / })
    .click();
  await page.getByRole('link', { name: answer }).click();
}

test('K1: an ICS address that is none is refused in words at its field; a good one is read', async () => {
  const shift = `BEGIN:VEVENT\r\nUID:shift\r\nDTSTAMP:${compact(1)}\r\nDTSTART:${compact(9)}\r\nDTEND:${compact(11)}\r\nSUMMARY:Early shift\r\nEND:VEVENT`;
  const body = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Rota\r\n${shift}\r\nEND:VCALENDAR\r\n`;
  files.on('GET /rota.ics', { body });
  files.on('GET /page.ics', loginPage);
  files.on('GET /shut.ics', { status: 401 });
  await connectTo('Calendar address (ICS), read only');
  const address = dialog().getByRole('textbox', { name: 'Address' });
  for (const [file, refusal] of [
    ['lost', /The calendar is no longer there/],
    ['page', /Something answers at this address, but it is no calendar/],
    ['shut', /asks for a password/],
  ] as const) {
    await address.fill(`${files.url}/${file}.ics`);
    await address.press('Enter');
    await dialog().getByText(refusal).waitFor();
    assert.equal(await address.getAttribute('aria-invalid'), 'true');
  }
  await isForEverybody(page);
  await address.fill(`${files.url}/rota.ics`);
  await address.press('Enter');
  await dialog().getByText('One calendar was found').waitFor();
  await dialog().getByRole('button', { name: 'Done' }).click();
  await account('Rota').getByText('Read only').waitFor();
  await account('Rota').getByText(WAS_READ).waitFor();
  await page.goto(`${served.url}/admin/calendar?date=${day.toString()}`);
  await page.locator('[data-span][data-kind=busy]', { hasText: 'Early shift' }).waitFor();
});

const services = [
  ['Google', 'Google Calendar', 'anna@mail.example', 'Private'],
  ['Microsoft', 'Microsoft 365', 'anna@office.example', 'Office'],
] as const;
for (const [service, option, name, main] of services) {
  test(`K1, A9: ${option}: consented to there; taken back it closes, and opens by a new consent`, async () => {
    await page.goto(`${served.url}/admin/settings/calendars`);
    if (service === 'Google') {
      await consentTo(option, 'Deny');
      await page.getByText('Nothing was connected: the consent was not given.').waitFor();
    }
    await consentTo(option, 'Allow');
    await page.getByText(CONNECTED).waitFor();
    await account(name).getByText(WAS_READ).first().waitFor();
    (service === 'Google' ? google : microsoft).revoke();
    await page.getByRole('button', { name: `Read now: ${main}` }).click();
    await banner(main).waitFor();
    await account(name).getByText('The consent was taken back: sign in again.').first().waitFor();
    if (service === 'Google') await isForEverybody(page);
    await account(name).getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('link', { name: 'Allow' }).click();
    await page.getByText(CONNECTED).waitFor();
    await account(name).getByText(WAS_READ).first().waitFor();
    await banner(main).waitFor({ state: 'detached' });
    assert.equal(await account(name).count(), 1, 'the account goes on, it is no second one');
  });
}

test('K1: an admin keeps a colleague’s calendars; a member their own and nobody else’s', async () => {
  await page.goto(`${served.url}/admin/settings/calendars`);
  await page.getByRole('combobox', { name: 'Whose calendars' }).click();
  await page.getByRole('option', { name: /Bo Lindqvist/ }).click();
  await page.getByRole('heading', { name: 'Calendars of Bo Lindqvist' }).waitFor();
  assert.equal(await feed(page).count(), 0, 'the feed of a colleague is theirs alone');
  await connectTo('Calendar address (ICS), read only');
  await dialog().getByRole('textbox', { name: 'Address' }).fill(`${files.url}/rota.ics`);
  await dialog().getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog().getByRole('button', { name: 'Done' }).click();
  await account('Rota').waitFor();

  const asked = `/admin/settings/calendars?member=${termika.annaId}`;
  const bo = await atWork(served, asked, { email: members.bo.email });
  await account('Rota', bo.page).waitFor();
  await feed(bo.page).waitFor();
  assert.equal(await bo.page.getByRole('combobox', { name: 'Whose calendars' }).count(), 0);
  assert.equal(await account('anna@mail.example', bo.page).count(), 0);
  await bo.page.close();
});

test('B7: a Jitsi room and a Meet room, chosen in the editor, reach the visitor on the page and by mail', async () => {
  const path = await termika.share({ slug: 'ovens', withinHostHours: false });
  const { body } = await api('GET', '/api/links');
  const link = (body.items as { id: string; slug: string }[]).find(({ slug }) => slug === 'ovens')!;
  await page.goto(`${served.url}/admin/links/${link.id}?section=page`);
  await choose('Where', 'Video call');
  await choose('Which room', 'A new Jitsi room each time');
  await keptAs(link.id, 'jitsi');
  await meetsAt(path, 12, 'chloe@client.example', /meet\.jit\.si\/[\w-]{20,}/);
  await choose('Which room', 'A Google Meet room each time');
  await keptAs(link.id, 'meet');
  await meetsAt(path, 14, 'marek@client.example', /\/meet\/[\w-]{43}/);
});

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

async function keptAs(linkId: string, room: string): Promise<void> {
  await until(`a link with ${room}`, async () => {
    const { location } = (await api('GET', `/api/links/${linkId}`)).body as { location?: { room?: string } };
    return location?.room === room;
  });
}

/** Books as a visitor does; the page that confirms it and the mail name one and the same room. */
async function meetsAt(path: string, hour: number, email: string, room: RegExp): Promise<void> {
  const { page: visit, context } = await visitor(served);
  await visit.goto(`${served.url}${path}?start=${atHour(hour)}`);
  await visit.fill('[name=name]', 'Chloé Petit');
  await visit.fill('[name=email]', email);
  // Nobody fills in a form in under two seconds, and Rondo knows it (ABUSE 14).
  await visit.waitForTimeout(2_200);
  await visit.click('button.main');
  const shown = room.exec((await visit.locator('.pairs').textContent())!)![0];
  const mail = await until('the mail', async () => {
    const { body } = await api('GET', `/api/mail?to=${email}`);
    return (body.items as { kind: string; text: string }[]).find(({ kind }) => kind === 'confirmation');
  });
  assert.ok(mail.text.includes(shown), mail.text);
  await context.close();
}
