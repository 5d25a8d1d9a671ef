import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPostbox, type Postbox } from '../soak/postbox.ts';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody, type AtWork } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

let postbox: Postbox;
let served: Served;
let anna: AtWork;
let page: Page;
let company: string;

before(async () => {
  postbox = await openPostbox();
  served = await serveForJourney({ SMTP_URL: postbox.url, MAIL_FROM: 'Termika <crm@termika.example>' });
  const { key } = await settle(served);
  const prospect = { name: 'Fournil Castaing' };
  company = (await ask(served, key, 'POST', '/api/companies', prospect)).body.id as string;
  const emails = [{ address: 'helene@castaing.example', primary: true }];
  const helene = { name: 'Hélène Castaing', emails, companyIds: [company] };
  assert.equal((await ask(served, key, 'POST', '/api/contacts', helene)).status, 201);
  anna = await atWork(served, '/admin/settings/templates');
  page = anna.page;
});
after(async () => {
  await served.close();
  await postbox.close();
});

const named = (name: string) => page.getByRole('button', { name, exact: true });
const row = (subject: string) => page.getByRole('button', { name: new RegExp(`^${subject}`) });
const shows = (subject: string, state: string) => row(subject).filter({ hasText: state }).waitFor();

test('P6: a template is written with the keyboard, its open places chosen by name, and shows how it reads', async () => {
  await page.getByRole('heading', { name: 'No templates yet' }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Name' }).fill('After a visit');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Your visit');
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.click();
  await page.locator('.rich-text-edit').waitFor();
  await text.pressSequentially('Dear ');
  await named('Insert a field').last().press('Enter');
  await page.getByRole('menuitem', { name: 'First name' }).press('Enter');
  await page.locator('.rich-text-edit:focus', { hasText: 'Dear {{contact.firstName}}' }).waitFor();
  await page.getByRole('combobox', { name: 'Read as it goes to' }).fill('hel');
  await page.getByRole('option', { name: 'Hélène Castaing' }).click();
  await page.getByText('Dear Hélène', { exact: true }).waitFor();
  await isForEverybody(page);
  await named('Save template').press('Enter');
  await row('After a visit').waitFor();
  await named('Delete “After a visit”').press('Enter');
  await page.getByRole('heading', { name: 'No templates yet' }).waitFor();
  await page.keyboard.press('Control+z');
  await row('After a visit').waitFor();
});

test('P6: from a prospect to its contact: by template, with a file, later and stopped, then now', async () => {
  await page.goto(`${served.url}/admin/companies/${company}?tab=activities`);
  await named('Write an e-mail').press('Enter');
  await page.getByRole('button', { name: 'Remove Hélène Castaing' }).waitFor();
  await named('Templates').press('Enter');
  await page.getByRole('menuitem', { name: 'After a visit' }).press('Enter');
  await page.locator('.rich-text-edit', { hasText: 'Dear Hélène' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Subject' }).inputValue(), 'Your visit');
  const plan = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan') };
  await page.locator('input[type=file]').setInputFiles(plan);
  await page.getByRole('button', { name: 'Remove plan.txt' }).waitFor();
  await isForEverybody(page);
  await named('Send later').press('Enter');
  await page.getByLabel('Date', { exact: true }).fill('tomorrow');
  await page.keyboard.press('Tab');
  await named('Send then').click();
  await shows('Your visit', 'for later');
  await row('Your visit').press('Enter');
  await named('Stop it').press('Enter');
  await shows('Your visit', 'stopped');
  assert.equal(postbox.delivered.length, 0);

  await named('Write an e-mail').press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill('The drawings');
  await page.getByRole('textbox', { name: 'Text' }).fill('Here they are.');
  await page.locator('input[type=file]').setInputFiles(plan);
  await page.getByRole('button', { name: 'Remove plan.txt' }).waitFor();
  await page.getByRole('textbox', { name: 'Text' }).press('Control+Enter');
  await shows('The drawings', 'sent');
  const [mail, ...others] = postbox.delivered;
  assert.deepEqual([mail?.to, mail?.subject, others], ['helene@castaing.example', 'The drawings', []]);
  assert.match(mail!.raw, /filename=plan\.txt/);
});

test('P6: what the mail server refuses says why, is told by the bell, and is sent again without looking anew', async () => {
  postbox.mood = 'refuses';
  await page.goto(`${served.url}/admin/mail`);
  await page.getByRole('heading', { name: 'Mail', exact: true }).waitFor();
  await page.keyboard.press('c');
  const to = page.getByRole('combobox', { name: 'To' });
  await to.pressSequentially('marek@piekarnia.example');
  await page.getByRole('option', { name: 'marek@piekarnia.example' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Good morning');
  await page.getByRole('textbox', { name: 'Text' }).fill('Are you there?');
  await page.getByRole('textbox', { name: 'Text' }).press('Control+Enter');
  await shows('Good morning', 'No such mailbox here');
  assert.match(page.url(), /view=written/);

  await page.goto(`${served.url}/admin`);
  await page.getByRole('button', { name: /^Notices/ }).click();
  await page.getByRole('menuitem', { name: /E-mail not sent: Good morning/ }).click();
  await until('the e-mail is open', () => named('Send again').isVisible());
  await isForEverybody(page);
  postbox.mood = 'takes';
  await named('Send again').press('Enter');
  await shows('Good morning', 'sent');
  await page.setViewportSize({ width: 360, height: 780 });
  await fits(page);
  assert.equal(postbox.delivered.filter(({ subject }) => subject === 'Good morning').length, 1);
  const refusals = anna.complaints.filter((one) => !/violates|Failed to load resource/.test(one));
  assert.deepEqual([refusals, anna.elsewhere], [[], []]);
});
