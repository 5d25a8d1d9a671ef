import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMailPage } from './check-mail.ts';
import { donePage } from './done.ts';
import { managePage } from './manage.ts';
import { movePage } from './move.ts';
import { sampleBooked, sampleDoors, sampleFrame, sampleMeeting } from './samples.test-support.ts';
import { expiredPage, verifyPage } from './verify.ts';

const manage = { ...sampleBooked(), doors: sampleDoors, movableUntil: '2026-11-30T18:00:00Z' };

test('E7: until the cut-off the visitor may move and cancel, by posts that name the meeting', () => {
  const page = managePage(manage).toString();
  assert.match(page, /until <b>Monday 30 November at 19:00<\/b>/);
  assert.match(page, /href="\/bookings\/tok\?step=reschedule"/);
  assert.match(
    page,
    /<details class="fold" id="cancel">[^]*method="post" action="\/bookings\/tok\/cancellation"/,
  );
  assert.match(page, /Cancel Tuesday 1 December at 09:00/);
});

test('E7: after the cut-off moving is gone, cancelling stays, and the text says whom to ask', () => {
  const late = {
    ...manage,
    doors: { ...sampleDoors, reschedule: null },
    movableUntil: '2026-11-30T08:00:00Z',
  };
  const page = managePage(late).toString();
  assert.doesNotMatch(page, /step=reschedule/);
  assert.match(page, /It could be moved until Monday 30 November at 09:00\./);
  assert.match(page, /Anna Wiśniewska reads it/);
  assert.match(page, /action="\/bookings\/tok\/cancellation"/);
  assert.match(managePage({ ...late, phone: '+48 58 555 01 42' }).toString(), /href="tel:\+48585550142"/);
});

test('E7: once it began nothing can be changed', () => {
  const over = { ...manage, doors: { ...sampleDoors, reschedule: null, cancel: null } };
  assert.doesNotMatch(managePage(over).toString(), /<form|step=reschedule/);
});

test('API: who may not see the token gets a page without it', () => {
  const page = donePage({
    ...sampleBooked(),
    doors: null,
    movableUntil: null,
    email: 'marek@baltyk.example',
  }).toString();
  assert.doesNotMatch(page, /\/bookings\//);
  assert.match(page, /The link in the confirmation mail/);
});

test('where no mail leaves, the page itself is the confirmation', () => {
  const kept = { ...sampleBooked(), frame: sampleFrame('en', { mailStays: true }), movableUntil: null };
  const email = 'marek@baltyk.example';
  for (const doors of [null, sampleDoors]) {
    for (const kind of ['booked', 'moved'] as const) {
      const page = donePage({ ...kept, doors, email }, kind).toString();
      assert.match(page, /Keep this page: it is your confirmation\./);
      assert.doesNotMatch(page, /We sent|confirmation mail/);
    }
  }
  assert.match(donePage({ ...kept, doors: sampleDoors }).toString(), /Keep the address of this page/);
  assert.match(donePage({ ...kept, doors: null }).toString(), /To move or cancel it, ask Halden Sensors\./);
});

test('only an https address of a place or of the way onward becomes a link', () => {
  for (const value of [
    'http://meet.example',
    'javascript:alert(1)',
    'https://user:pw@meet.example',
    'data:text/html,x',
    '//meet.example',
  ]) {
    const meeting = { ...sampleMeeting(), location: { kind: 'video' as const, value } };
    const page = donePage({
      ...sampleBooked(),
      meeting,
      doors: null,
      movableUntil: null,
      onward: value,
    }).toString();
    assert.ok(!page.includes(`href="${value}`), value);
    assert.doesNotMatch(page, /http-equiv="refresh"/);
  }
  const page = donePage({
    ...sampleBooked(),
    doors: null,
    movableUntil: null,
    onward: 'https://halden.example/thanks',
  }).toString();
  assert.match(page, /http-equiv="refresh" content="0; url=https:\/\/halden.example\/thanks"/);
});

test('F3: a held time says until when, with the day where it is another one', () => {
  const view = {
    ...sampleBooked(),
    email: 'nora@fjallfisk.example',
    again: null,
    otherAddress: '/halden/demo',
  };
  assert.match(checkMailPage({ ...view, heldUntil: '2026-11-30T13:35:00Z' }).toString(), /before 14:35/);
  assert.match(
    checkMailPage({ ...view, heldUntil: '2026-12-01T06:00:00Z' }).toString(),
    /before Tuesday 1 December at 07:00/,
  );
});

test('F4: opening the confirmation shows a button that posts; F5: too late offers other times', () => {
  const press = { action: '/bookings/tok/verification', fields: {} };
  const page = verifyPage({ ...sampleBooked('pl'), press, heldUntil: '2026-11-30T13:35:00Z' }).toString();
  assert.match(page, /method="post" action="\/bookings\/tok\/verification"/);
  assert.match(page, /Potwierdź: wtorek, 1 grudnia, 09:00/);
  const late = expiredPage({
    ...sampleBooked(),
    heldUntil: '2026-11-30T13:00:00Z',
    choose: '/halden/demo',
    fresh: null,
  });
  assert.match(late.toString(), /href="\/halden\/demo"/);
});

test('E8: moving asks once more, with both times; after a lost one the old meeting stands', () => {
  const { start, end, timeZone } = {
    ...sampleMeeting(),
    start: '2026-12-02T13:00:00Z',
    end: '2026-12-02T13:30:00Z',
  };
  const press = { action: '/bookings/tok/reschedule', fields: {} };
  const move = {
    ...sampleBooked(),
    at: { path: '/bookings/tok', query: {} },
    press,
    start,
    end,
    timeZone,
    back: '/bookings/tok',
  };
  assert.match(movePage(move).toString(), /Move it to Wednesday 2 December at 14:00/);
  const lost = movePage({
    ...move,
    panel: { kind: 'taken', alternatives: ['2026-12-02T14:00:00Z'] },
  }).toString();
  assert.match(lost, /Your meeting still stands as it was/);
  assert.doesNotMatch(lost, /type="hidden" name="start"/);
});
