import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../src/platform/clock.ts';
import { queueJob } from '../src/platform/jobs/store.ts';
import { isLong, openGround } from './ground.ts';
import { addressOf, openOffice, type Office } from './office.ts';
import { openPostbox, type Delivered, type Postbox } from './postbox.ts';
import { copyMeeting, dueAt } from './reminders-due.ts';
import '../src/platform/mailer/tables.ts';

const REMINDERS = isLong ? 10_000 : 300;
const KILLS = isLong ? 20 : 2;
const MINUTE_MS = 60_000;

let office: Office;
let postbox: Postbox;
before(async () => {
  postbox = await openPostbox();
  const workers = process.env.RONDO_TEST_DATABASE === 'postgres' ? 2 : 1;
  office = await openOffice(await openGround({ SMTP_URL: postbox.url }, undefined, workers));
});
after(async () => {
  await office.close();
  await postbox.close();
});

test(`B7: ${REMINDERS} reminders of one minute, ${KILLS} kill -9: none is missing, a kill repeats one at most`, async () => {
  const booked = await aMeeting();
  const addresses = [addressOf('first'), ...(await copyMeeting(office.database, booked, REMINDERS - 1))];
  const due = await theirMinute();
  await killInBetween();
  await everybodyReached(addresses);
  const lasted = Date.now() - due;
  const copies = Map.groupBy(reminders(), ({ to }) => to);
  for (const [to, own] of copies) {
    assert.equal(
      new Set(own.map(({ messageId }) => messageId)).size,
      1,
      `${to} has it under two Message-IDs`,
    );
  }
  const repeats = reminders().length - REMINDERS;
  const figures = `${office.kind}: ${(lasted / 1000).toFixed(1)} s, ${repeats} repeats after ${KILLS} kills`;
  console.log(figures);
  assert.ok(repeats <= KILLS, figures);
  if (isLong && office.kind === 'postgres') assert.ok(lasted < MINUTE_MS, figures);
  const written = await office.database.read
    .selectFrom('mails')
    .select('id')
    .where('kind', '=', 'reminder')
    .execute();
  assert.equal(written.length, REMINDERS, 'each was written once');
});

/** A meeting with a reminder, which the others are copies of. */
async function aMeeting(): Promise<string> {
  const reminder = { minutes: 60, when: 'before', to: 'visitor', text: 'Bring the plan of your hall.' };
  const link = await office.share({ hostIds: await office.hire(1), reminders: [reminder] });
  const [start] = await office.starts(link, 3);
  const { status, body } = await office.book(link, start!, 'first');
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

/** Makes all of them due, in the long run at the minute's beginning, and answers when that is. */
async function theirMinute(): Promise<number> {
  const now = Math.floor(Date.now() / MINUTE_MS);
  const minute = isLong ? now + 1 : now;
  await dueAt(office.database, minute);
  if (!isLong) {
    const tick = { workspaceId: '-', kind: 'bookings.remind', payload: {} };
    await office.database.transact((tx) => queueJob(tx, systemClock, tick));
    return Date.now();
  }
  return minute * MINUTE_MS;
}

function reminders(): Delivered[] {
  return postbox.delivered.filter(isReminder);
}

function isReminder({ subject }: Delivered): boolean {
  return subject.startsWith('Reminder');
}

let looked = 0;
let arrived = 0;

/** Each is looked at once: to go through all of them again and again takes a tenth of the machine. */
function count(): number {
  for (; looked < postbox.delivered.length; looked++) if (isReminder(postbox.delivered[looked]!)) arrived++;
  return arrived;
}

/** Spread evenly over what is to be sent: whoever runs longest dies, and another begins in its place at once. */
async function killInBetween(): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = (kill * REMINDERS) / (KILLS + 1);
    await until(() => count() >= enough && office.servers.length > 0);
    const [oldest] = office.servers.splice(0, 1);
    await oldest!.kill();
    begun.push(office.start());
    if (!isLong) await leasesRunOut();
  }
  await Promise.all(begun);
}

/** What a dead process had taken waits for its lease; in the short run that time is made to pass. */
async function leasesRunOut(): Promise<void> {
  await office.database.transact(async (tx) => {
    await tx.updateTable('outbox').set({ locked_until: null }).where('done_at', 'is', null).execute();
  });
}

async function everybodyReached(addresses: string[]): Promise<void> {
  const missing = (): string[] => {
    const reached = new Set(reminders().map(({ to }) => to));
    return addresses.filter((address) => !reached.has(address));
  };
  await until(() => count() >= addresses.length && missing().length === 0, missing);
}

const PATIENCE_MS = 180_000;

async function until(isSo: () => boolean, what: () => unknown = count): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > end)
      assert.fail(`not after ${PATIENCE_MS / 1000} s: ${JSON.stringify(what()).slice(0, 300)}`);
    await sleep(25);
  }
}
