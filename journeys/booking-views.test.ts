import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRow, panel, row, said, serveBookings, type Booked } from './bookings.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';

let house: Booked;
before(async () => {
  house = await serveBookings();
});
after(() => house.served.close());

test('P10: the list is narrowed by its address, kept by a name, shared, and deleted with a way back', async () => {
  const { page, context, complaints } = await atWork(house.served, '/admin/bookings');
  await row(page, 'Chloé').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('marek');
  await page.waitForURL(/q=marek/);
  await row(page, 'Chloé').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Next 7 days' }).click();
  await said(page, 'Starts until');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name').fill('Marek soon');
  await isForEverybody(page);
  await page.getByRole('checkbox', { name: 'Everybody sees it' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: /^Marek soon/ }).waitFor();
  await page.waitForURL(/view=[\w-]{36}/);
  await page.reload();
  await row(page, 'Marek').waitFor();
  await page.getByRole('button', { name: 'More about Marek soon' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('link', { name: /^Marek soon/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('link', { name: /^Marek soon/ }).waitFor();
  await page.keyboard.press('/');
  await page.getByLabel('Filter', { exact: true }).first().fill('nobody at all');
  await said(page, 'No booking fits these filters');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await row(page, 'Chloé').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('two colleagues change one title: neither is lost, one chooses', async () => {
  const { page, context } = await atWork(house.served, '/admin/bookings');
  await openRow(page, 'Marek');
  const id = new URL(page.url()).searchParams.get('open')!;
  await panel(page)
    .getByRole('button', { name: /^Edit Title/ })
    .click();
  await panel(page).getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor();
  await house.call('PATCH', `/api/bookings/${id}`, { title: 'Theirs' });
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  const choice = page.getByRole('dialog');
  await choice.getByText('Theirs', { exact: true }).last().waitFor();
  // The name of the cross, which has the focus at first, lies over the page.
  await page.keyboard.press('Tab');
  await page.getByText('Close', { exact: true }).waitFor({ state: 'detached' });
  await isForEverybody(page);
  await choice.getByRole('button', { name: 'Save mine' }).click();
  await choice.waitFor({ state: 'detached' });
  await row(page, 'Marek').getByText('Mine').waitFor();
  assert.equal((await house.call('GET', `/api/bookings/${id}`)).title, 'Mine');
  await context.close();
});

test('on a phone, in French and in Polish, with text twice as large, nothing is cut and no word is missing', async () => {
  for (const locale of ['fr', 'pl']) {
    await house.call('PATCH', `/api/members/${house.annaId}`, { locale });
    const { page, context, complaints } = await atWork(house.served, '/admin/bookings', { width: 390 });
    await page.getByRole('link', { name: /Zieliński/ }).click();
    await panel(page).getByRole('heading', { level: 2 }).waitFor();
    await fits(page);
    await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => {});
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await fits(page);
    assert.doesNotMatch(await page.innerText('body'), /\b(bookings|ui|people)\.\w+\.\w+/);
    assert.deepEqual(
      complaints.filter((words) => !words.includes('style')),
      [],
    );
    await context.close();
  }
  await house.call('PATCH', `/api/members/${house.annaId}`, { locale: 'en' });
});
