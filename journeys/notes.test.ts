import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD } from '../demo/cast.ts';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let served: Served;
let house: Settled;
let lead: string;

before(async () => {
  served = await serveForJourney();
  house = await settle(served);
  const zoe = { name: 'Zoé Martin', email: 'zoe@termika.example', role: 'member', timeZone: 'Europe/Paris' };
  const joined = await ask(served, house.key, 'POST', '/api/members', { ...zoe, locale: 'fr' });
  assert.equal(joined.status, 201, JSON.stringify(joined.body));
  const invited = await mailTo(zoe.email, 'invitation');
  const token = /token=([\w-]+)/.exec(invited)![1]!;
  const accepted = await ask(served, '', 'POST', `/api/invitations/${token}`, { password: PASSWORD });
  assert.ok(accepted.status < 300, JSON.stringify(accepted.body));
  const made = await ask(served, house.key, 'POST', '/api/leads', { name: 'Chloé Girard' });
  lead = `/leads/${made.body.id as string}`;
});
after(() => served.close());

function mailTo(address: string, kind: string): Promise<string> {
  return until(`a mail ${kind} for ${address}`, async () => {
    const { body } = await ask(served, house.key, 'GET', `/api/mail?to=${encodeURIComponent(address)}`);
    return (body.items as { kind: string; text: string }[]).find((mail) => mail.kind === kind)?.text;
  });
}

test('P7: a note is written by keyboard alone: bold, a colleague, a link', async () => {
  const { page, context, complaints, elsewhere } = await atWork(served, `/admin${lead}`);
  const { keyboard } = page;
  await page.getByRole('textbox', { name: 'Note' }).focus();
  await keyboard.type('Bakes ');
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor();
  await keyboard.press('Control+b');
  await keyboard.type('400 loaves');
  await keyboard.press('Control+b');
  await keyboard.type('. Ask @zo');
  await page.getByRole('option', { name: 'Zoé Martin' }).waitFor();
  await isForEverybody(page);
  await keyboard.press('Enter');
  await keyboard.type('about ');
  await keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Address of the link' }).and(page.locator(':focus')).waitFor();
  await keyboard.type('termika.example');
  await keyboard.press('Enter');
  await isForEverybody(page);
  await fits(page);
  await keyboard.press('Control+Enter');
  const note = page.getByRole('listitem').filter({ hasText: 'Bakes 400 loaves' });
  await note.getByText('@Zoé Martin').waitFor();
  assert.equal(await note.getByRole('link').getAttribute('href'), 'https://termika.example');
  assert.equal(await note.locator('strong').textContent(), '400 loaves');
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await context.close();
});

test('P7: its author edits a note where it stands, deletes it and takes it back, by keyboard alone', async () => {
  const { page, context, complaints } = await atWork(served, `/admin${lead}`);
  const { keyboard } = page;
  const note = page.getByRole('listitem').filter({ hasText: 'Bakes 400 loaves' });
  const acts = note.getByRole('button', { name: 'What to do with this note' });
  await acts.focus();
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Edit' }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await note.getByRole('textbox', { name: 'Note' }).and(page.locator(':focus')).waitFor();
  await isForEverybody(page);
  await keyboard.type(' and the oven');
  await keyboard.press('Control+Enter');
  await note.getByText('edited').waitFor();
  await note.getByText(/and the oven/).waitFor();

  await acts.and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Delete' }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await page.getByText('Note deleted').waitFor();
  await note.waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await note.getByText(/and the oven/).waitFor();
  await isForEverybody(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('P7: whoever was mentioned reads it in a mail and at the bell, which leads to the record', async () => {
  assert.match(await mailTo('zoe@termika.example', 'mention'), new RegExp(`/admin${lead}`));
  const { page, context, complaints } = await atWork(served, '/admin', { email: 'zoe@termika.example' });
  const bell = page.getByRole('button', { name: /Notifications.*1 non lue/ });
  await bell.waitFor();
  await isForEverybody(page);
  await bell.focus();
  await page.keyboard.press('Enter');
  const told = page.getByRole('menuitem', { name: /vous mentionne.*Chloé Girard/ });
  await told.waitFor();
  await page.keyboard.press('ArrowDown');
  await told.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(lead));
  await page.getByText('@Zoé Martin').waitFor();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('navigation').getByRole('button', { name: 'Plus' }).click();
  await page.getByRole('button', { name: 'Notifications' }).click();
  await page.getByRole('menuitem', { name: /vous mentionne/ }).waitFor();
  await fits(page);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('Two people edit one note: the second chooses what stays', async () => {
  const { body } = await ask(served, house.key, 'POST', `/api${lead}/notes`, { html: '<p>First words</p>' });
  const { page, context } = await atWork(served, `/admin${lead}`);
  const note = page.getByRole('listitem').filter({ hasText: 'words' });
  await note.getByRole('button', { name: 'What to do with this note' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Note' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(' of mine');
  await ask(served, house.key, 'PATCH', `/api${lead}/notes/${body.id as string}`, {
    html: '<p>Her words</p>',
  });
  await note.getByRole('button', { name: 'Save note' }).click();
  const question = page.getByRole('dialog', { name: 'Somebody else changed this while you did' });
  await question.getByText('Her words').waitFor();
  await isForEverybody(page);
  await question.getByRole('button', { name: 'Save mine' }).click();
  await page.getByRole('listitem').filter({ hasText: 'First words of mine' }).getByText('edited').waitFor();
  await context.close();
});
