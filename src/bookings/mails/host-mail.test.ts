import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creatorMail, hostMail } from './host-mail.ts';
import { anna, bo, chloe, meeting, minute } from './meeting.test-support.ts';

test('B3: Anna reads in Polish and her own zone who comes and what they wrote', () => {
  const visitor = { ...chloe, timeZone: 'America/New_York', skype: 'chloe.martin' };
  const mail = hostMail('new', meeting({ visitor }), anna);
  assert.equal(mail.subject, 'Nowe spotkanie: Intro call, Chloé Martin, wtorek, 1 grudnia, 09:00');
  assert.match(mail.text, /Kiedy: wtorek, 1 grudnia 2026\n {4}09:00\u00a0–\u00a009:30, czas warszawski/);
  assert.match(mail.text, /Gość: Chloé Martin\nE-mail: chloe@lyon\.example\nTelefon: \+33 1 99 00 12 34\n/);
  assert.match(
    mail.text,
    /Czas gościa: wtorek, 1 grudnia 2026\n {4}03:00\u00a0–\u00a003:30, czas nowojorski/,
  );
  assert.match(mail.text, /Team size: 12\nWiadomość: We are twelve people\./);
  assert.equal(mail.replyTo, chloe.email);
  assert.equal(mail.calendar?.method, 'REQUEST');
});

test('the visitor’s time is left out where the clocks agree', () => {
  assert.doesNotMatch(hostMail('new', meeting(), anna).text, /Czas gościa/);
});

test('B2: each host of a group reads who else comes', () => {
  const mail = hostMail('new', meeting({ hosts: [anna, bo] }), bo);
  assert.match(mail.subject, /^New meeting: Intro call, Chloé Martin, Tuesday 1 December at 08:00$/);
  assert.match(mail.text, /With: Anna Nowak and Bo Berg/);
  assert.doesNotMatch(hostMail('new', meeting({ hosts: [bo] }), bo).text, /With:/);
});

test('E8, E9, E10: a host reads what happened, when it was, why, and who did it', () => {
  const moved = hostMail('rescheduled', meeting({ previousStart: minute('2026-11-30T08:00:00Z') }), bo);
  assert.match(moved.text, /^A meeting has moved\n[^]*Until now: Monday 30 November at 08:00/);
  const off = hostMail('cancelled', meeting({ cancelledBy: 'visitor', reason: 'See www.evil.com' }), bo);
  assert.match(off.text, /The visitor cancelled it\.[^]*Reason: See www \.evil \.com/);
  assert.equal(off.calendar?.method, 'CANCEL');
  const back = hostMail('reopened', meeting(), bo);
  assert.match(back.text, /^A cancelled meeting takes place after all\n/);
  assert.equal(back.calendar?.method, 'REQUEST');
});

test('E11: who lost the meeting learns who has it and keeps no contact data', () => {
  const mail = hostMail('removed', meeting({ hosts: [bo], previousHosts: [anna.name], reason: 'Ill' }), anna);
  assert.match(mail.text, /^To spotkanie poprowadzi kto inny\n[^]*Prowadzi: Bo Berg\nPowód: Ill/);
  assert.doesNotMatch(JSON.stringify(mail), /chloe@|\+33|twelve|bookings\//);
  assert.equal(mail.calendar?.method, 'CANCEL');
});

test('B2: the creator of a group link learns of it in their own words, without a copy for the calendar', () => {
  const mail = creatorMail(meeting({ hosts: [anna, bo] }), { language: 'fr', timeZone: 'Europe/Paris' });
  assert.equal(mail.subject, 'Réservé par votre lien : Intro call, Chloé Martin, mardi 1er décembre à 09:00');
  assert.match(mail.text, /Avec\u00a0: Anna Nowak et Bo Berg/);
  assert.equal(mail.calendar, undefined);
});

test('ABUSE 13, 23: what strangers typed is escaped for hosts and cannot be pressed', () => {
  const typed = '<script>alert(1)</script> https://evil.example javascript:alert(1)\u2028x';
  const nasty = meeting({
    visitor: { ...chloe, name: typed, phone: typed, skype: typed },
    details: typed,
    answers: [{ label: 'Q', value: typed }],
    location: { kind: 'ask', value: typed },
    reason: typed,
  });
  for (const occasion of ['new', 'rescheduled', 'cancelled', 'reopened', 'removed'] as const) {
    const mail = hostMail(occasion, nasty, anna);
    assert.doesNotMatch(mail.html, /<script|href="(?!https:\/\/rondo\.example)/);
    assert.doesNotMatch(JSON.stringify(mail), /https:\/\/evil|evil\.example|\u2028/);
  }
});

test('E13: a meeting made by hand without a visitor names none', () => {
  const mail = hostMail('new', meeting({ visitor: { ...chloe, name: '', email: '', phone: undefined } }), bo);
  assert.equal(mail.subject, 'New meeting: Intro call, Tuesday 1 December at 08:00');
  assert.equal(mail.replyTo, undefined);
  assert.doesNotMatch(mail.text, /Visitor:|E-mail:/);
  assert.doesNotMatch(mail.calendar!.text, /mailto:\r/);
});

test('the manage link is the visitor’s alone; hosts get the booking in the app', () => {
  const mail = hostMail('new', meeting({ adminUrl: 'https://rondo.example/admin/bookings/1' }), bo);
  assert.doesNotMatch(JSON.stringify(mail), /Zm9yLXRlc3Rz/);
  assert.match(mail.text, /Open the booking:\nhttps:\/\/rondo\.example\/admin\/bookings\/1/);
});
