import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, until, visitor, type Served } from './house.test-support.ts';
import { findings } from './axe.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

let served: Served;
let key: string;
let anna: AtWork;
let page: Page;
let deal: string;

const EWA = 'ewa.lis@baltica.example';

before(async () => {
  served = await serveForJourney();
  const settled = await settle(served);
  key = settled.key;
  await settled.share({ title: 'Furnace advice', durationsMinutes: [45] });
  const emails = [{ address: EWA, primary: true }];
  const ewa = await ask(served, key, 'POST', '/api/contacts', { name: 'Ewa Lis', emails });
  const given = { title: 'Heat recovery', contactIds: [ewa.body.id] };
  deal = (await ask(served, key, 'POST', '/api/deals', given)).body.id as string;
  anna = await atWork(served, `/admin/deals/${deal}?tab=activities`);
  page = anna.page;
});
after(() => served.close());

const named = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const block = () => page.locator('[data-block]');
const links = async () => {
  const { body } = await ask(served, key, 'GET', '/api/links?kind=specific-times');
  return body.items as { id: string; times: { start: string }[] }[];
};

/** The letter as the recipient has it. */
async function letter(subject: string) {
  const id = await until('the letter is there', async () => {
    const { body } = await ask(served, key, 'GET', `/api/mail?to=${encodeURIComponent(EWA)}`);
    return (body.items as { id: string; subject: string }[]).find((one) => one.subject === subject)?.id;
  });
  const { body } = await ask(served, key, 'GET', `/api/mail/${id}`);
  return body as { html: string; text: string };
}

async function chooseTwo(day = 0): Promise<void> {
  const grid = page.getByRole('grid');
  await grid.focus();
  for (let days = 0; days < day; days++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^1 |^Wybrano 1 /)
    .first()
    .waitFor();
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^2 |^Wybrano 2 /)
    .first()
    .waitFor();
}

test('L4: times are chosen beside a letter with the keyboard, changed by the gear, taken out and put back', async () => {
  await named('Write an e-mail').press('Enter');
  await page.getByRole('combobox', { name: 'To' }).pressSequentially('Ewa');
  await page.getByRole('option', { name: /Ewa Lis/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Second visit');
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.locator('.rich-text-edit').waitFor();
  await page.keyboard.type('Dear Ewa,');
  await named('Insert times').press('Enter');
  await page.getByRole('heading', { name: 'What happens' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('button:focus', { hasText: 'Times' }).press('Enter');
  await page.getByRole('heading', { name: 'What happens' }).waitFor();
  await chooseTwo();
  await named('Insert').press('Enter');
  await block().getByText('2 times').waitFor();
  await until('the link is made', async () => (await links()).length === 1);

  await block().getByRole('button', { name: 'Change' }).press('Enter');
  await page.getByRole('heading', { name: 'Change the times' }).waitFor();
  await page.getByText('2 times chosen').waitFor();
  await page.getByRole('grid').focus();
  for (let steps = 0; steps < 12; steps++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('3 times chosen').waitFor();
  await isForEverybody(page);
  await named('Save times').press('Enter');
  await block().getByText('3 times').waitFor();

  await block().getByRole('button', { name: 'Remove' }).press('Enter');
  await until('its link goes with it', async () => (await links()).length === 0);
  await page.keyboard.press('Control+z');
  await block().getByText('3 times').waitFor();
  await until('and comes back', async () => (await links()).length === 1);
});

test('L4: the mail’s buttons and its text lead to a form that knows Ewa; one press books, and the deal shows it', async () => {
  await named(/^Send(?! later)/).click();
  await page.getByRole('button', { name: /^Second visit/ }).waitFor();
  const { html, text } = await letter('Second visit');
  const [first = '', second = ''] = [...html.matchAll(/href="([^"]*start=[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#38;', '&'),
  );
  const reader = await visitor(served, { locale: 'en-GB' });
  await reader.page.setContent(html);
  await reader.page
    .getByRole('link', { name: /at \d\d:\d\d$/ })
    .first()
    .click();
  await reader.page.getByRole('heading', { name: 'Confirm your meeting' }).waitFor();
  await reader.page.getByText('Booking as Ewa Lis').waitFor();
  assert.equal(reader.page.url(), first);
  assert.deepEqual(await findings(reader.page), []);
  await fits(reader.page);

  const written = [...text.matchAll(/^https?:\S+start=\S+$/gm)].map(([address]) => address);
  assert.equal(written[1], second);
  await reader.page.goto(written[1]);
  await reader.page.getByText('Booking as Ewa Lis').waitFor();
  await reader.page.getByRole('button', { name: /^Book / }).click();
  await reader.page.waitForURL(/\/bookings\//);
  assert.deepEqual(reader.elsewhere, []);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await page
    .getByText(/Ewa Lis/)
    .first()
    .waitFor();
  const { body } = await ask(served, key, 'GET', `/api/deals/${deal}/timeline`);
  const kinds = (body.items as { kind: string; bookingId?: string }[]).filter(({ bookingId }) => bookingId);
  assert.equal(kinds.length, 1, JSON.stringify(body.items));
  await reader.page.goto(first);
  await reader.page
    .getByText(/booked|taken|been made/i)
    .first()
    .waitFor();
});

test('L4: in Polish, from Mail without a record, a link and a discarded draft', async () => {
  const me = (await ask(served, key, 'GET', '/api/me')).body as { member: { id: string } };
  await ask(served, key, 'PATCH', `/api/members/${me.member.id}`, { locale: 'pl' });
  await page.goto(`${served.url}/admin/mail?write=true`);
  const to = page.getByRole('combobox', { name: 'Do' });
  await to.pressSequentially(EWA);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await named('Wstaw terminy').press('Enter');
  await page.getByRole('heading', { name: 'Co się stanie' }).waitFor();
  await chooseTwo(1);
  await fits(page);
  await named('Wstaw').press('Enter');
  await block().getByText('2 terminy').waitFor();
  await until('the link is made', async () => (await links()).length === 2);
  await named('Wstaw terminy').press('Enter');
  await page.getByRole('group', { name: 'Co wstawić' }).getByRole('button', { name: 'Link' }).press('Enter');
  await page.getByRole('button', { name: /^Furnace advice/ }).press('Enter');
  await block().getByText('Furnace advice').waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await fits(page);
  await named('Szablony').press('Enter');
  await page.getByRole('menuitem', { name: 'Wyrzuć szkic' }).press('Enter');
  await until('what was made for the draft goes with it', async () => (await links()).length === 1);
  // A block that is put back asks for its link before that is back.
  assert.deepEqual(
    anna.complaints.filter((one) => !/Failed to load resource/.test(one)),
    [],
  );
});
