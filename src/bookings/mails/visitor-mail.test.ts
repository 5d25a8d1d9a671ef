import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MailMeeting } from './meeting.ts';
import { MANAGE, anna, bo, chloe, marek, meeting, minute } from './meeting.test-support.ts';
import { guestMail, verificationMail, visitorMail } from './visitor-mail.ts';
import type { Occasion } from './visitor-mail.ts';

const english = { ...chloe, language: 'en' } as const;
const held = { heldUntil: minute('2026-11-27T10:30:00Z') };

test('F3: the verification mail says what is booked and until when it is held, to Chloé in French', () => {
  const mail = verificationMail(meeting(held));
  assert.equal(mail.subject, 'À confirmer : Intro call, mardi 1er décembre à 09:00');
  assert.match(mail.text, /^Confirmez votre rendez-vous\n/);
  assert.match(mail.text, /Nous le retenons pour vous jusqu’à 11:30\./);
  assert.match(
    mail.text,
    /Quand\u00a0: mardi 1er décembre 2026\n {4}09:00\u00a0–\u00a009:30, heure de Paris/,
  );
  assert.ok(mail.text.includes(MANAGE) && mail.html.includes(`href="${MANAGE}"`));
});

test('F3: a hold into the next day says which day', () => {
  const next = { heldUntil: minute('2026-11-28T09:00:00Z') };
  assert.match(verificationMail(meeting(next)).text, /jusqu’au samedi 28 novembre à 10:00\./);
  const mail = verificationMail(meeting({ ...next, visitor: marek }));
  assert.match(mail.text, /Termin czeka na Ciebie do soboty 28 listopada, godz\. 10:00\./);
  assert.equal(mail.subject, 'Potwierdź: Intro call, wtorek, 1 grudnia, 09:00');
});

test('F3, ABUSE 13: the verification mail holds not one word that the stranger typed, and nothing for a calendar', () => {
  const typed = 'Zażółć-evil.example';
  const visitor = { ...chloe, name: typed, phone: typed, skype: typed };
  const mail = verificationMail(
    meeting({
      ...held,
      visitor,
      details: typed,
      answers: [{ label: 'Anything', value: typed }],
      guests: [`${typed}@evil.example`],
      location: { kind: 'ask', value: typed },
      reason: typed,
    }),
  );
  assert.doesNotMatch(JSON.stringify(mail), /Zażółć|evil/);
  assert.equal(mail.calendar, undefined);
  assert.equal(mail.replyTo, undefined);
});

test('C5: the verification mail names no host, because nobody is chosen yet', () => {
  const mail = verificationMail(meeting({ ...held, hosts: [anna, bo] }));
  assert.doesNotMatch(JSON.stringify(mail), /Anna|Bo Berg|rondo\.example"/);
});

test('E7: the confirmation says when, with whom, where and until when it can be changed', () => {
  const mail = visitorMail('confirmation', meeting());
  assert.equal(mail.subject, 'Réservé : Intro call, mardi 1er décembre à 09:00');
  assert.match(mail.text, /Avec\u00a0: Anna Nowak\n/);
  assert.match(mail.text, /Où\u00a0: Visioconférence\n {4}https:\/\/meet\.example\/intro\n/);
  assert.match(mail.text, /déplacer jusqu’au lundi 30 novembre à 09:00 et l’annuler/);
  assert.ok(mail.text.includes(`Déplacer ou annuler\u00a0:\n${MANAGE}`));
  assert.equal(mail.replyTo, anna.email);
  assert.equal(mail.calendar?.method, 'REQUEST');
});

test('E7: the same in Polish and English, each in their own zone', () => {
  const polish = visitorMail('confirmation', meeting({ visitor: marek, hosts: [anna, bo] })).text;
  assert.match(
    polish,
    /Kiedy: wtorek, 1 grudnia 2026\n {4}09:00\u00a0–\u00a009:30, czas warszawski \(GMT\+1\)/,
  );
  assert.match(polish, /Prowadzą: Anna Nowak i Bo Berg/);
  assert.match(polish, /Termin możesz zmienić do poniedziałku 30 listopada, godz\. 09:00/);
  const visitor = { ...english, timeZone: 'Asia/Kathmandu', hour12: true };
  const far = visitorMail('confirmation', meeting({ visitor })).text;
  assert.match(
    far,
    /When: Tuesday 1 December 2026\n {4}1:45\u00a0–\u00a02:15\u00a0PM, Kathmandu time \(GMT\+5:45\)/,
  );
});

test('in the night when clocks go back the mail says which of the two 01:30 is meant', () => {
  const visitor = { ...english, timeZone: 'Europe/London' };
  const at = (iso: string) =>
    visitorMail('confirmation', meeting({ visitor, start: minute(iso), end: minute(iso) + 15 })).text;
  assert.match(at('2026-10-25T00:30:00Z'), /01:30\u00a0–\u00a001:45, London time \(GMT\+1\)/);
  assert.match(at('2026-10-25T01:30:00Z'), /01:30\u00a0–\u00a001:45, London time \(GMT\+0\)/);
});

test('universal time is named once', () => {
  const visitor = { ...english, timeZone: 'UTC' };
  const { text } = visitorMail('confirmation', meeting({ visitor }));
  assert.match(text, /08:00\u00a0–\u00a008:30, Coordinated Universal Time \(UTC\)\n/);
});

test('E7: after the cut-off the mail speaks of cancelling only', () => {
  const late = visitorMail(
    'confirmation',
    meeting({ visitor: english, changeUntil: minute('2026-11-27T10:00:00Z') }),
  );
  assert.match(late.text, /can no longer be moved, but you can cancel it until it starts/);
  assert.match(late.text, /See or cancel:\nhttps/);
});

test('E8: a moved meeting says the old time too', () => {
  const mail = visitorMail(
    'rescheduled',
    meeting({ visitor: english, previousStart: minute('2026-11-30T08:00:00Z') }),
  );
  assert.equal(mail.subject, 'New time: Intro call, Tuesday 1 December at 09:00');
  assert.match(mail.text, /Until now: Monday 30 November at 09:00/);
});

test('E11: another host at the same time is its own news', () => {
  const mail = visitorMail(
    'rescheduled',
    meeting({ visitor: english, hosts: [bo], previousHosts: [anna.name] }),
  );
  assert.equal(mail.subject, 'New host: Intro call, Tuesday 1 December at 09:00');
  assert.match(mail.text, /With: Bo Berg\nUntil now with: Anna Nowak/);
});

test('E9: a cancelled meeting says so, with the reason of who cancelled it for others, and where other times are', () => {
  const facts = {
    visitor: english,
    newTimesUrl: 'https://rondo.example/atelier/intro',
    reason: 'Anna is ill.',
  };
  const byStaff = visitorMail('cancelled', meeting({ ...facts, cancelledBy: 'staff' }));
  assert.match(
    byStaff.text,
    /Reason: Anna is ill\.\n\nChoose another time:\nhttps:\/\/rondo\.example\/atelier\/intro/,
  );
  assert.equal(byStaff.calendar?.method, 'CANCEL');
  assert.doesNotMatch(byStaff.text, /Move or cancel/);
  const byVisitor = visitorMail('cancelled', meeting({ ...facts, cancelledBy: 'visitor' }));
  assert.doesNotMatch(byVisitor.text, /Anna is ill/);
});

const occasions: Occasion[] = ['confirmation', 'rescheduled', 'cancelled', 'reopened'];

test('F1, ABUSE 13: what a visitor wrote for the hosts is never mailed to the address they gave', () => {
  const typed = { details: 'BUY-NOW', answers: [{ label: 'Why', value: 'BUY-NOW' }] };
  for (const occasion of occasions) {
    const mail = visitorMail(occasion, meeting({ ...typed, cancelledBy: 'visitor', reason: 'BUY-NOW' }));
    assert.doesNotMatch(JSON.stringify(mail), /BUY-NOW/);
  }
});

test('ABUSE 23, 25: names are escaped, pressed by nobody, and one line in the subject', () => {
  const name = '<img src=x onerror=alert(1)>\r\nBcc: eve@evil.com https://evil.example/{{7*7}}';
  const nasty: Partial<MailMeeting> = {
    visitor: { ...english, name },
    title: '"><svg/onload=1>',
    hosts: [{ ...anna, name: 'Anna\u2028"<b>' }],
    location: { kind: 'video', value: 'javascript:alert(1)' },
  };
  for (const occasion of occasions) {
    const mail = visitorMail(occasion, meeting(nasty));
    assert.doesNotMatch(mail.html, /<img|<svg|<b>|href="javascript/);
    assert.doesNotMatch(`${mail.html}${mail.text}`, /https?:\/\/evil|evil\.(com|example)|\u2028/);
    assert.doesNotMatch(mail.subject, /[\r\n\u2028]/);
    assert.ok(mail.subject.length <= 200);
  }
});

test('ABUSE 12: a guest learns of the meeting and who asks for them, and no more', () => {
  const facts = {
    location: { kind: 'phone', value: chloe.phone },
    cancelledBy: 'staff',
    reason: 'Ill.',
  } as const;
  for (const occasion of ['confirmation', 'rescheduled', 'cancelled', 'reopened'] as const) {
    const mail = guestMail(
      occasion,
      meeting({ ...facts, guests: [marek.email, 'eve@guest.example'] }),
      marek.email,
    );
    const all = JSON.stringify(mail);
    assert.match(mail.text, /À l’invitation de\u00a0: Chloé Martin/);
    assert.doesNotMatch(all, /bookings\/|chloe@|\+33|twelve|Team size|eve@|Ill\./);
    assert.equal(mail.calendar?.method, occasion === 'cancelled' ? 'CANCEL' : 'REQUEST');
  }
});

test('the text says all that the HTML says', () => {
  const { html, text } = visitorMail('confirmation', meeting());
  const shown = html
    .replace(/<style>[^]*<\/style>|<title>.*<\/title>/g, '')
    .split(/<[^>]+>/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of shown) assert.ok(text.includes(part), part);
});
