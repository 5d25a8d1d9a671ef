import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { connectedHouse } from '#calendars/outside/connected.test-support.ts';

const house = await connectedHouse();
after(() => house.close());
const { service } = house;
const nine = { start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' };
const read = async () => {
  house.clock.advance(61);
  await house.read();
};

for (const [number, text] of [
  '',
  '<html>Sign in</html>',
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEV',
].entries()) {
  test(`A9: an object of which nothing can be read closes its calendar and says where it stands (${number})`, async () => {
    const who = await house.hire(`Ada ${number}`);
    const { work } = await house.connect(who);
    service.put('work', 'sound.ics', nine);
    await read();
    service.put('work', 'broken.ics', { text });
    await read();
    const { problem, problem_detail } = await house.row(work!);
    assert.equal(problem, 'no-calendar');
    assert.match(problem_detail!, /broken\.ics/);
    assert.deepEqual(await house.closed(who), ['2026-12-01T09:00'], 'what was read stays known');
    service.remove('work', 'broken.ics');
    await read();
    assert.equal((await house.row(work!)).problem, null);
  });
}

test('ABUSE 32: an object that is damaged in parts closes the time that can be read, and its calendar goes on', async () => {
  const who = await house.hire('Bela');
  const { work } = await house.connect(who);
  const cut =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261202T090000Z\r\nDTEND:20261202T100000Z\r\nEND:VEV';
  service.put('work', 'cut.ics', { text: cut });
  await read();
  assert.equal((await house.row(work!)).problem, null);
  assert.ok((await house.closed(who)).includes('2026-12-02T09:00'));
});
