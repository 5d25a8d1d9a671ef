import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

let served: Served;
let page: Page;
let complaints: string[];

before(async () => {
  served = await serveForJourney();
  const { key } = await settle(served);
  const { body: lead } = await ask(served, key, 'POST', '/api/leads', { name: 'Chloé Girard' });
  const tasks = `/api/leads/${lead.id as string}/tasks`;
  await ask(served, key, 'POST', tasks, { title: 'Send the plan', dueAt: '2026-01-05T09:00:00Z' });
  await ask(served, key, 'POST', tasks, { title: 'Some day' });
  ({ page, complaints } = await atWork(served));
});
after(() => served.close());

test('P6: what one let wait stands on home, is done by keyboard and undone', async () => {
  const overdue = page.getByRole('heading', { name: '“Send the plan” is overdue' });
  await overdue.waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Mark done' }).press('Enter');
  await overdue.waitFor({ state: 'detached' });
  await page.getByText('Done: Send the plan').waitFor();
  await page.keyboard.press('Control+z');
  await overdue.waitFor();
});

test('P6: one’s tasks over all records go by arrows and Space, and come back', async () => {
  await page.getByRole('link', { name: 'All my tasks' }).press('Enter');
  const box = page.getByRole('checkbox', { name: 'Mark “Send the plan” as done' });
  await page.getByRole('region', { name: 'Overdue' }).waitFor();
  await isForEverybody(page);
  await box.focus();
  await page.keyboard.press('ArrowDown');
  await until('arrows go from box to box', async () => {
    return (await page.locator(':focus').getAttribute('aria-label')) === 'Mark “Some day” as done';
  });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await box.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Done', exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: 'Reopen “Send the plan”' }).press('Space');
  await page.getByText('Nothing is done yet.').waitFor();
  await page.goBack();
});

test('P6: a task leads to its record, where tasks and events are added, on a phone too', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page);
  await page.getByRole('region', { name: 'Overdue' }).getByRole('link', { name: 'Chloé Girard' }).click();
  await page.getByRole('button', { name: 'Add event' }).waitFor();
  assert.match(page.url(), /\/admin\/leads\/.*tab=activities/);
  await fits(page);
  const title = page.getByRole('textbox', { name: 'Task', exact: true }).first();
  await title.fill('Call back');
  await title.press('Enter');
  await page.getByRole('checkbox', { name: 'Mark “Call back” as done' }).waitFor();
  await page.getByRole('button', { name: 'Add event' }).press('Enter');
  await page.getByRole('textbox', { name: 'Title' }).fill('Tasting');
  const who = page.getByRole('combobox', { name: 'Who takes part' });
  await who.fill('new@guest.example');
  await page.getByRole('option', { name: 'new@guest.example' }).waitFor();
  await who.press('Enter');
  await page.getByRole('button', { name: 'Add event' }).last().press('Enter');
  await page.getByRole('button', { name: /Tasting/ }).waitFor();
  assert.deepEqual(complaints, []);
});
