import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, serveForJourney } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle } from './termika.test-support.ts';

test('P6: what one let wait stands on home, is done with one press, and comes back with another', async (context) => {
  const served = await serveForJourney();
  context.after(() => served.close());
  const { key } = await settle(served);
  const { body: lead } = await ask(served, key, 'POST', '/api/leads', { name: 'Chloé Girard' });
  const tasks = `/api/leads/${lead.id as string}/tasks`;
  await ask(served, key, 'POST', tasks, { title: 'Send the plan', dueAt: '2026-01-05T09:00:00Z' });
  await ask(served, key, 'POST', tasks, { title: 'Some day' });

  const { page, complaints } = await atWork(served);
  const overdue = page.getByRole('heading', { name: '“Send the plan” is overdue' });
  await overdue.waitFor();
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Mark done' }).press('Enter');
  await overdue.waitFor({ state: 'detached' });
  await page.getByText('Done: Send the plan').waitFor();
  await page.keyboard.press('Control+z');
  await overdue.waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page);
  await page.getByRole('link', { name: 'Open Chloé Girard' }).click();
  await page.getByText('Chloé Girard').first().waitFor();
  assert.match(page.url(), /\/admin\/leads\//);
  assert.deepEqual(complaints, []);
});
