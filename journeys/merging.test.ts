import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, serveForJourney, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let first: string;
let second: string;

const ANA = [{ address: 'ana@costa.example', primary: true }];

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  first = await make('/api/contacts', { name: 'Ana Costa', emails: ANA, jobTitle: 'Baker' });
  second = await make('/api/contacts', { name: 'Anna Costa', emails: ANA, jobTitle: 'Owner' });
  await make(`/api/contacts/${second}/notes`, { html: '<p>Bakes rye.</p>' });
  await make('/api/companies', { name: 'Costa', website: 'costa.example' });
  await make('/api/companies', { name: 'Costa Lda', website: 'www.costa.example' });
});
after(() => served.close());

async function make(path: string, body: object): Promise<string> {
  const made = await ask(served, house.key, 'POST', path, body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id as string;
}

test('whoever types somebody who is there already is told so, goes there or goes on', async () => {
  const { page, context, complaints } = await atWork(served, '/admin/leads');
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('A. Costa');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('Ana@Costa.example');
  await dialog.getByText('same e-mail').first().waitFor();
  await dialog.getByRole('link', { name: 'Ana Costa' }).waitFor();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'A. Costa' }).waitFor();

  await page.goto(`${served.url}/admin/companies`);
  await page.getByRole('button', { name: 'New' }).first().click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Costa GmbH');
  await dialog.getByRole('link', { name: 'Costa', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Costa' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('two are laid side by side, chosen from by keyboard and merged; the history of both is one', async () => {
  const { page, context } = await atWork(served, '/admin/contacts');
  await page.getByRole('table', { name: 'Contacts' }).waitFor();
  await page.getByRole('button', { name: 'More about this list' }).click();
  await page.getByRole('menuitem', { name: 'Duplicates' }).click();
  await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
  const compare = page.getByRole('link', { name: 'Compare Ana Costa and Anna Costa' });
  await compare.waitFor();
  await isForEverybody(page);
  await compare.press('Enter');

  const title = page.getByRole('radiogroup', { name: 'Job title' });
  await title.waitFor();
  await isForEverybody(page);
  await title.getByRole('radio', { name: 'Baker' }).focus();
  await page.keyboard.press('ArrowRight');
  await title.getByRole('radio', { name: 'Owner', checked: true }).waitFor();
  await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await page.getByText('merged Anna Costa into this record').waitFor();
  await page.getByText('Bakes rye.').waitFor();
  await page.getByText('Ana Costa: both are one now').waitFor();
  assert.ok(page.url().endsWith(first), page.url());

  await page.goto(`${served.url}/admin/contacts/${second}`);
  await page.waitForURL(`**/contacts/${first}`);
  await page.goto(`${served.url}/admin/duplicates?kind=contact`);
  await page.getByText('No duplicates').waitFor();
  await context.close();
});

test('what is not the same is said once, for everybody, and taken back within eight seconds', async () => {
  const { page, context } = await atWork(served, '/admin/duplicates');
  const pair = page.getByRole('link', { name: 'Compare Costa and Costa Lda' });
  await pair.waitFor();
  await page.getByRole('button', { name: 'Costa and Costa Lda are not the same' }).click();
  await page.getByText('No duplicates').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await pair.waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await fits(page);
  await pair.click();
  await page.getByRole('heading', { level: 1, name: 'Merge' }).waitFor();
  await page.getByRole('radiogroup', { name: 'Name' }).waitFor();
  await fits(page);
  await context.close();
});

test('somebody was faster: what stands now is shown, what was chosen stays, then it is merged', async () => {
  const one = await make('/api/tickets', { subject: 'Wet flour' });
  const other = await make('/api/tickets', { subject: 'Flour is wet', priority: 'high' });
  const { page, context } = await atWork(served, `/admin/merge/ticket/${one}?from=${other}`);
  const subject = page.getByRole('radiogroup', { name: 'Subject' });
  await subject.getByRole('radio', { name: 'Flour is wet' }).click();
  const changed = await ask(served, house.key, 'PATCH', `/api/tickets/${other}`, { status: 'pending' });
  assert.equal(changed.status, 200);
  const merge = page.getByRole('button', { name: 'Merge', exact: true });
  await merge.click();
  await page.getByText('Somebody changed one of them meanwhile').waitFor();
  await page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { name: 'Pending' }).waitFor();
  await subject.getByRole('radio', { name: 'Flour is wet', checked: true }).waitFor();
  await merge.click();
  await page.getByRole('heading', { level: 1, name: 'Flour is wet' }).waitFor();
  await context.close();
});
