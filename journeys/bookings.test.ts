import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isoFrom, openRow, panel, row, said, serveBookings, type Booked } from './bookings.test-support.ts';
import { atWork, isForEverybody } from './staff.test-support.ts';

let house: Booked;
before(async () => {
  house = await serveBookings();
});
after(() => house.served.close());

test('D5: a booking opens beside the list by keyboard, says why this host, and Esc gives the row back', async () => {
  const { page, context, elsewhere, complaints } = await atWork(house.served, '/admin/bookings');
  await row(page, 'Marek').getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/open=/);
  await panel(page)
    .getByText(/Why (Anna|Bo)/)
    .waitFor();
  await panel(page).getByRole('table').getByText('Last scheduled').waitFor();
  await panel(page)
    .getByText(/For Marek it is then/)
    .waitFor();
  await isForEverybody(page);
  const first = page.url();
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.href !== first);
  await page.keyboard.press('k');
  await page.waitForURL(first);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search.includes('open'));
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-row'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/open=/);
  assert.deepEqual([elsewhere, complaints], [[], []]);
  await context.close();
});

test('E13: a meeting is written down with the keyboard alone; what is wrong is said at its field', async () => {
  const { page, context, complaints } = await atWork(house.served, '/admin/bookings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('Date', { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(isoFrom(9, '00:00').slice(0, 10));
  await page.keyboard.press('Tab');
  await page.getByLabel('Time', { exact: true }).fill('21:30');
  await page.getByLabel('Visitor’s name').fill('Owen Price');
  await page.keyboard.press('Enter');
  await said(page, 'Write this.');
  await page.locator('[type=email]:focus').waitFor();
  await page.keyboard.type('owen@price.example');
  await said(page, /outside Anna’s hours/);
  await isForEverybody(page);
  await page.keyboard.press('Enter');
  await panel(page)
    .getByRole('heading', { name: /21:30 – 22:00/ })
    .waitFor();
  await panel(page).getByRole('link', { name: 'Owen Price' }).waitFor();
  await panel(page).getByText('Written down by hand').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('E13: over another meeting nobody books: the day shows it, and all that was typed stays', async () => {
  const start = isoFrom(10, '10:00');
  const visitor = { name: 'Awa Diop', email: 'awa@fournil.example' };
  await house.call('POST', '/api/bookings', {
    start,
    durationMinutes: 60,
    hostId: house.annaId,
    visitor,
    outsideHours: true,
  });
  const { page, context } = await atWork(
    house.served,
    `/admin/bookings/new?start=${isoFrom(10, '10:15')}&minutes=30`,
  );
  await page.getByLabel('Visitor’s name').fill('Nils Ek');
  await said(page, /Anna is busy/);
  assert.equal(await page.getByRole('button', { name: /^Book/ }).isDisabled(), true);
  await page.getByRole('button', { name: 'All fields' }).click();
  await page.getByLabel('Details').fill('About the old oven');
  await page.getByLabel('Length').fill('45');
  await page.getByLabel('Time', { exact: true }).fill('13:00');
  await page.getByLabel('E-mail').fill('nils@ek.example');
  await page.route('**/api/bookings', (route) => route.abort());
  await page.getByRole('button', { name: /^Book/ }).click();
  await said(page, /server cannot be reached/);
  assert.equal(await page.getByLabel('Details').inputValue(), 'About the old oven');
  await page.unroute('**/api/bookings');
  await page.getByRole('button', { name: /^Book/ }).click();
  await page.waitForURL(/open=/);
  await panel(page).getByText('About the old oven').waitFor();
  await context.close();
});

test('E8: a meeting moves to a free time, or to any; who is told stands there before', async () => {
  const { page, context } = await atWork(house.served, '/admin/bookings');
  await openRow(page, 'Chloé');
  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/A mail goes at once to Chloé Girard/).waitFor();
  await dialog.getByRole('group', { name: 'Free times' }).getByRole('button').last().click();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: /^Move it to/ }).click();
  await said(page, /^Moved to/);
  await panel(page)
    .getByText(/^Moved from/)
    .waitFor();
  await page.getByRole('button', { name: 'Reschedule' }).click();
  await dialog.getByLabel('Another time').fill('22:10');
  await dialog.getByLabel('Another time').blur();
  await dialog
    .getByText(/outside/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: /all the same$/ }).click();
  await panel(page).getByRole('heading', { name: /22:10/ }).waitFor();
  await context.close();
});

test('E8: Enter after a typed time moves the meeting; what speaks against it is read first', async () => {
  const { page, context } = await atWork(house.served, '/admin/bookings');
  await openRow(page, 'Marek');
  await page.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = page.getByRole('dialog');
  const free = dialog.getByRole('group', { name: 'Free times' }).getByRole('button').last();
  const time = (await free.innerText()).slice(0, 5);
  const other = dialog.getByLabel('Another time');
  await other.fill('22:40');
  await other.press('Enter');
  await dialog
    .getByText(/outside/)
    .first()
    .waitFor();
  await other.press('Enter');
  await panel(page).getByRole('heading', { name: /22:40/ }).waitFor();
  await page.getByRole('button', { name: 'Reschedule' }).click();
  await free.waitFor();
  await other.fill(time);
  await other.press('Enter');
  await panel(page)
    .getByRole('heading', { name: new RegExp(time) })
    .waitFor();
  await context.close();
});

test('E9, E10: cancelling asks first and takes a reason; the meeting can be brought back', async () => {
  const { page, context } = await atWork(house.served, '/admin/bookings?view=all');
  await openRow(page, 'Ravi');
  await page.getByRole('button', { name: 'Cancel meeting' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(/A mail goes at once to Ravi Menon/).waitFor();
  await question.getByLabel('Reason').fill('The oven is out');
  await isForEverybody(page);
  await question.getByRole('button', { name: 'Cancel the meeting' }).click();
  await panel(page).getByText('The oven is out').waitFor();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await question.getByRole('button', { name: 'Reopen the meeting' }).click();
  await panel(page).getByText('Reopened').waitFor();
  await panel(page).getByText('Scheduled').first().waitFor();
  await context.close();
});

test('E12: how it went is one press, corrected by another, and taken back', async () => {
  const visitor = { name: 'Sabine Morel', email: 'sabine@morel.example' };
  const past = { start: isoFrom(-1, '09:00'), durationMinutes: 30, hostId: house.annaId, visitor };
  await house.call('POST', '/api/bookings', { ...past, status: 'completed' });
  const { page, context } = await atWork(house.served, '/admin/bookings?view=past');
  await openRow(page, 'Sabine');
  await panel(page).getByRole('button', { name: 'No-show' }).click();
  await row(page, 'Sabine').getByText('No-show').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await row(page, 'Sabine').getByText('Completed').waitFor();
  await panel(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page
    .getByRole('alertdialog')
    .getByText(/cannot be brought back/)
    .waitFor();
  await page.getByRole('button', { name: 'Delete the booking' }).click();
  await row(page, 'Sabine').waitFor({ state: 'detached' });
  await context.close();
});

test('N2: who has left is shown, and somebody else takes the meeting over', async () => {
  const visitor = { name: 'Hannah Okafor', email: 'hannah@crumb.example' };
  const ofBo = {
    start: isoFrom(12, '10:00'),
    durationMinutes: 30,
    hostId: house.boId,
    visitor,
    outsideHours: true,
  };
  await house.call('POST', '/api/bookings', ofBo);
  await house.call('PATCH', `/api/members/${house.boId}`, { active: false });
  const { page, context } = await atWork(house.served, '/admin/bookings?view=needs-host');
  await openRow(page, 'Hannah');
  await panel(page)
    .getByText(/Bo Lindqvist has left/)
    .waitFor();
  await page.getByRole('button', { name: 'Choose a host' }).click();
  await page.getByRole('combobox', { name: 'Somebody else' }).fill('Anna');
  // Once it is known what keeps her from it, one press is enough, whatever day of the week it is.
  const weighed = page.waitForResponse((answer) => answer.url().includes(`hostId=${house.annaId}`));
  await page.getByRole('option', { name: /Anna/ }).click();
  await weighed;
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Bo has left');
  await isForEverybody(page);
  await page.getByRole('button', { name: /^Hand it over/ }).click();
  await said(page, 'Anna Nowak takes the meeting over');
  await panel(page).getByText('Handed over from Bo Lindqvist to Anna Nowak').waitFor();
  await house.call('PATCH', `/api/members/${house.boId}`, { active: true });
  await context.close();
});

test('a booking that is opened by its address is in sight in the list', async () => {
  for (let day = 20; day < 40; day++) {
    const wish = {
      start: isoFrom(day, '12:00'),
      durationMinutes: 30,
      hostId: house.boId,
      outsideHours: true,
    };
    await house.call('POST', '/api/bookings', {
      ...wish,
      visitor: { name: `Guest ${day}`, email: `guest-${day}@example.com` },
    });
  }
  const { items } = await house.call('GET', '/api/bookings?limit=100');
  const { id } = (items as { id: string }[]).at(-1)!;
  const { page, context } = await atWork(house.served, `/admin/bookings?from=today&open=${id}`);
  await page.waitForFunction(() => {
    const place = document.querySelector('[data-row][aria-current]')?.getBoundingClientRect();
    return place !== undefined && place.top > 0 && place.bottom <= innerHeight;
  });
  await context.close();
});
