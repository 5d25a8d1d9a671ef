import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Termika } from '../../demo/open-termika.ts';
import type { Worker } from '#platform/jobs/worker.ts';
import { dovecotProgram, openDovecot, PASSWORD, type Dovecot } from './dovecot.test-support.ts';

const program = dovecotProgram();
const skip = 'skip' in program ? program.skip : false;
const CHLOE = 'chloe@client.example';
const GUEST = 'paul@client.example';
let dovecot: Dovecot;
let t: Termika;
let worker: Worker;
let day = 0;

before(async () => {
  if (skip) return;
  dovecot = await openDovecot('path' in program ? program.path : '');
  t = await openTermika(await cleanSlate(undefined, { PRIVATE_HOSTS: `127.0.0.1:${dovecot.port}` }));
  worker = t.work();
  const mailbox = { address: 'crm@termika.example', host: '127.0.0.1', port: dovecot.port, tls: 'none' };
  await t.call('PUT', '/api/mailbox', { ...mailbox, username: 'crm', password: PASSWORD });
  await worker.drain();
});
after(async () => {
  await t?.close();
  await dovecot?.close();
});

/** A meeting of its own day with Chloé, who brings a guest. */
async function meeting(): Promise<string> {
  const wish = {
    start: `2026-12-${String(++day).padStart(2, '0')}T09:00:00Z`,
    durationMinutes: 30,
    outsideHours: true,
  };
  const visitor = { name: 'Chloé Petit', email: CHLOE };
  const asked = { ...wish, hostId: t.anna.id, visitor, attendees: [GUEST], notify: true };
  const { status, body } = await t.call('POST', '/api/bookings', asked);
  assert.equal(status, 201, JSON.stringify(body));
  await worker.drain();
  return body.id;
}

/** The invitation that somebody got last, unfolded. */
async function invitation(to: string): Promise<string> {
  const { body } = await t.call('GET', `/api/mail?to=${to}&limit=1`);
  const { body: mail } = await t.call('GET', `/api/mail/${body.items[0].id}`);
  return mail.attachments[0].text.replaceAll('\r\n ', '');
}

interface Answering {
  partstat: string;
  who?: string;
  /** Where it goes; the ORGANIZER of their own invitation when left out. */
  to?: string;
  change?: (ics: string) => string;
}

/** What a calendar program sends back, without the ORGANIZER that Outlook leaves out. */
async function answer({ partstat, who = CHLOE, to, change = (ics) => ics }: Answering): Promise<void> {
  const invited = await invitation(who);
  const line = (name: string) => new RegExp(`^${name}[;:].*$`, 'm').exec(invited)![0].trim();
  const organizer = /mailto:(.*)$/.exec(line('ORGANIZER'))![1]!;
  t.clock.advance(1);
  const stamp = new Date(t.clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Outlook//EN', 'METHOD:REPLY', 'BEGIN:VEVENT'];
  lines.push(line('UID'), line('SEQUENCE'), line('DTSTART'), `DTSTAMP:${stamp}`);
  lines.push(`ATTENDEE;PARTSTAT=${partstat}:mailto:${who}`, 'END:VEVENT', 'END:VCALENDAR', '');
  const head = [
    `From: ${who}`,
    `To: ${to ?? organizer}`,
    `Message-ID: <${stamp}.${partstat}@client.example>`,
  ];
  const mime = [
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    'Subject: Answer',
  ];
  await dovecot.deliver([...head, ...mime, '', change(lines.join('\r\n'))].join('\r\n'));
  await t.call('POST', '/api/mailbox/reading');
  await worker.drain();
}

const seen = async (id: string) => {
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  const replies = body.replies.map((one: { email: string; answer: string }) => `${one.email} ${one.answer}`);
  return { status: body.status as string, replies: replies as string[] };
};
const declines = async (): Promise<number> => {
  const { body } = await t.call('GET', '/api/mail?limit=200');
  return body.items.filter(({ kind }: { kind: string }) => kind === 'host-declined').length;
};

test(
  'K5: answers from calendars stand on the meeting, each by its own address; a decline is told',
  { skip },
  async () => {
    const id = await meeting();
    await answer({ partstat: 'ACCEPTED' });
    await answer({ partstat: 'TENTATIVE', who: GUEST });
    const both = [`${CHLOE} accepted`, `${GUEST} tentative`];
    assert.deepEqual(await seen(id), { status: 'scheduled', replies: both });
    assert.equal(await declines(), 0);
    await answer({ partstat: 'DECLINED' });
    assert.deepEqual(await seen(id), { status: 'scheduled', replies: [`${CHLOE} declined`, both[1]] });
    assert.equal(await declines(), 1);
    const { body } = await t.call('GET', `/api/mail?to=${CHLOE}&limit=200`);
    assert.ok(!JSON.stringify(body).includes('host-declined'), 'the visitor is told nothing of it');
  },
);

test('K5: whoever was not invited, or only knows the UID, answers for nobody', { skip }, async () => {
  const id = await meeting();
  const guests = /mailto:(.*)$/m.exec(/^ORGANIZER.*$/m.exec(await invitation(GUEST))![0])![1]!.trim();
  await answer({ partstat: 'DECLINED', to: 'crm@termika.example' });
  await answer({ partstat: 'DECLINED', to: `crm+r${'0'.repeat(24)}@termika.example` });
  assert.deepEqual((await seen(id)).replies, []);
  await answer({ partstat: 'DECLINED', to: guests });
  assert.deepEqual(
    (await seen(id)).replies,
    [`${GUEST} declined`],
    'a guest speaks for themselves, whatever it says',
  );
});

test(
  'K5: an answer to an earlier time, an old one, and what cannot be read change nothing',
  { skip },
  async () => {
    const id = await meeting();
    await answer({ partstat: 'ACCEPTED' });
    await answer({ partstat: 'DECLINED', change: (ics) => ics.replace(/DTSTAMP:\d{4}/, 'DTSTAMP:2001') });
    await answer({
      partstat: 'DECLINED',
      change: (ics) => ics.replace('END:VEVENT', 'ATTENDEE;PARTSTAT=DECLINED:x'),
    });
    await answer({ partstat: 'DECLINED', change: (ics) => ics.slice(0, -40) });
    await answer({ partstat: 'DECLINED', change: (ics) => ics.replace('METHOD:REPLY', 'METHOD:COUNTER') });
    await answer({ partstat: 'NEEDS-ACTION' });
    assert.deepEqual((await seen(id)).replies, [`${CHLOE} accepted`]);
    const moved = await t.call('POST', `/api/bookings/${id}/reschedule`, {
      outsideHours: true,
      start: '2026-12-21T09:00:00Z',
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    await worker.drain();
    assert.deepEqual((await seen(id)).replies, [], 'the new time is asked anew');
    await answer({ partstat: 'DECLINED', change: (ics) => ics.replace(/SEQUENCE:\d+/, 'SEQUENCE:0') });
    assert.deepEqual(await seen(id), { status: 'scheduled', replies: [] });
  },
);

test(
  'K5: a decline frees the time at once where the workspace wants it so; a guest’s never does',
  { skip },
  async () => {
    assert.equal((await t.call('PATCH', '/api/workspace', { onDecline: 'cancel' })).status, 200);
    const id = await meeting();
    await answer({ partstat: 'DECLINED', who: GUEST });
    assert.equal((await seen(id)).status, 'scheduled');
    await answer({ partstat: 'DECLINED' });
    assert.equal((await seen(id)).status, 'cancelled');
    assert.equal((await t.call('PATCH', '/api/workspace', { onDecline: 'perhaps' })).status, 422);
  },
);

test('K5: a decline again and again is told three times an hour', { skip }, async () => {
  await t.call('PATCH', '/api/workspace', { onDecline: 'tell' });
  const before = await declines();
  await meeting();
  for (let time = 0; time < 5; time++) {
    await answer({ partstat: 'DECLINED' });
    await answer({ partstat: 'ACCEPTED' });
  }
  assert.equal((await declines()) - before, 3);
});
