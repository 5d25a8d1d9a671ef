/** Every page there is, with the given words wherever somebody may have typed something. */
import type { Language } from '#platform/messages/messages.ts';
import { checkMailPage } from './check-mail.ts';
import { choosePage } from './choose.ts';
import { contactFullPage, messageSentPage } from './contact-full.ts';
import { detailsPage } from './details.ts';
import { donePage } from './done.ts';
import { identifyPage } from './identify.ts';
import { cancelledPage, managePage } from './manage.ts';
import { movePage } from './move.ts';
import { offersPage } from './offers.ts';
import {
  forgottenPage,
  invitationPage,
  newPasswordPage,
  passwordChangedPage,
  passwordLinkPage,
} from './password.ts';
import {
  closedPage,
  failedPage,
  notFoundPage,
  offPage,
  refusedPage,
  tokenPage,
  tooManyPage,
} from './refusals.ts';
import * as sample from './samples.test-support.ts';
import { setupClosedPage, setupDonePage, setupPage } from './setup.ts';
import { signInPage } from './sign-in.ts';
import { signInCodePage } from './sign-in-code.ts';
import type { Asks, Typed, Usual } from './view.ts';
import type { Offers } from './offered.ts';
import { alreadyConfirmedPage, expiredPage, lostPage, verifyPage } from './verify.ts';

export function everyPage(language: Language, words: string): Record<string, string> {
  const pages = {
    ...choosing(language, words),
    ...ownerFirst(language, words),
    ...booked(language, words),
    ...refused(language, words),
    ...staff(language, words),
  };
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, page.toString()]));
}

// Into the next day: the words for it are long then.
const heldUntil = '2026-11-30T23:35:00Z';

function choosing(language: Language, words: string) {
  const frame = sample.sampleFrame(language, {
    workspace: { name: words },
    address: `/halden/demo?c=${words}`,
  });
  const at = { path: '/halden/demo', query: { c: words } };
  const common = { frame, at, about: sample.sampleAbout(words) };
  const asks = sample.sampleAsks(words);
  const details = sample.sampleDetails(language, {
    ...common,
    asks,
    typed: typedEverywhere(words, asks),
    footer: words,
    key: words,
    token: words,
  });
  return {
    choose: choosePage(sample.sampleChoose(language, { ...common, durations: [30, 60] })),
    'choose, zones': choosePage(sample.sampleChoose(language, { ...common, zones: true })),
    'choose, empty': choosePage(sample.sampleChoose(language, { ...common, days: [] })),
    'choose, unavailable': choosePage(
      sample.sampleChoose(language, { ...common, days: [], unavailable: true }),
    ),
    'choose, moving': choosePage(
      sample.sampleChoose(language, { ...common, moving: sample.sampleMeeting(words) }),
    ),
    ...offersIn(common, words),
    details: detailsPage(details),
    'details, wrong': detailsPage({ ...details, wrongs: wrongsIn(words) }),
    'details, taken': detailsPage({
      ...details,
      panel: { kind: 'taken', alternatives: ['2026-12-01T09:00:00Z'] },
    }),
    'details, again': detailsPage({ ...details, panel: { kind: 'again' } }),
  };
}

function offersIn(common: Pick<Offers, 'frame' | 'at' | 'about'>, words: string) {
  const offer = { start: '2026-12-01T08:00:00Z', end: '2026-12-01T08:45:00Z' };
  const offers = { ...common, timeZone: 'Europe/Warsaw', offers: [{ ...offer, state: 'free' as const }] };
  return {
    offers: offersPage(offers),
    'offers, gone': offersPage({ ...offers, offers: [{ ...offer, state: 'taken' }] }),
    'offers, unavailable': offersPage({ ...offers, offers: [{ ...offer, state: 'unavailable' }] }),
    'offers, used': offersPage({ ...offers, over: 'used' }),
    'offers, ended': offersPage({ ...offers, over: 'ended' }),
    'offers, past': offersPage({ ...offers, offers: [{ ...offer, state: 'past' }] }),
    'offers, one unavailable': offersPage({ ...offers, lost: { ...offer, state: 'unavailable' } }),
    'offers, one lost': offersPage({ ...offers, lost: { ...offer, state: 'taken' } }),
    'offers, moving': offersPage({ ...offers, moving: sample.sampleMeeting(words) }),
  };
}

function ownerFirst(language: Language, words: string) {
  const full = sample.sampleContactFull(language, words);
  const { frame, at, about } = full;
  const signed = { key: words, token: words, wrongs: [] };
  const ask = { ...signed, frame, at, about, email: words };
  const choose = (usual: Usual) => choosePage(sample.sampleChoose(language, { frame, at, about, usual }));
  const ladder = { rung: 'team' as const, choice: null, workingDays: 5 };
  const first = { ...ladder, rung: 'everyone' as const, choice: 'first' as const };
  const wrong = { wrongs: messageWrongs, again: true, usual: { ladder } };
  const wrongAddress = [{ path: 'visitor.email', code: 'email' as const }];
  return {
    'usual contact': choose({ name: words }),
    'usual contact, unnamed': choose({}),
    'ladder, team': choose({ name: words, ladder }),
    'ladder, first': choose({ ladder: first }),
    'contact full': contactFullPage(full),
    'contact full, wrong': contactFullPage({ ...full, ...wrong }),
    'message sent': messageSentPage({ ...full, usual: { name: words, ladder } }),
    identify: identifyPage({ ...ask, wrongs: wrongAddress, again: true }),
  };
}

const messageWrongs = ['visitor.name', 'text'].map((path) => ({ path, code: 'missing' as const }));

function booked(language: Language, words: string) {
  const view = sample.sampleBooked(language, words);
  const press = { action: '/bookings/tok/verification', fields: { language: words } };
  const doors = sample.sampleDoors;
  const manage = { ...view, doors, movableUntil: '2026-11-30T18:00:00Z' };
  const { start, end, timeZone } = view.meeting;
  const move = {
    ...view,
    at: { path: '/bookings/tok', query: {} },
    press,
    start,
    end,
    timeZone,
    back: '/bookings/tok',
  };
  return {
    done: donePage({ ...manage, email: words }),
    'done, onward': donePage({ ...manage, doors: null, onward: words }),
    moved: donePage({ ...manage, email: words }, 'moved'),
    'check mail': checkMailPage({
      ...view,
      email: words,
      sender: words,
      heldUntil,
      again: press,
      otherAddress: '/halden/demo',
    }),
    verify: verifyPage({ ...view, press, heldUntil }),
    already: alreadyConfirmedPage({ ...view, manage: doors.manage }),
    expired: expiredPage({ ...view, heldUntil, choose: '/halden/demo', fresh: press }),
    lost: lostPage({ ...view, near: ['2026-12-01T09:00:00Z'], choose: '/halden/demo' }),
    manage: managePage(manage),
    'manage, late': managePage({ ...manage, doors: { ...doors, reschedule: null }, phone: words }),
    'manage, over': managePage({ ...manage, doors: { ...doors, reschedule: null, cancel: null } }),
    cancelled: cancelledPage({ ...view, again: '/halden/demo' }),
    move: movePage(move),
    'move, taken': movePage({ ...move, panel: { kind: 'taken', alternatives: ['2026-12-01T09:00:00Z'] } }),
  };
}

function refused(language: Language, words: string) {
  const frame = sample.sampleFrame(language, { workspace: { name: words, accent: words } });
  const plain = { closedPage, offPage, notFoundPage, tokenPage, failedPage, refusedPage };
  const pages = Object.entries(plain).map(([name, make]) => [name, make(frame)] as const);
  return { ...Object.fromEntries(pages), tooManyPage: tooManyPage(frame, 90, '/halden/demo') };
}

function staff(language: Language, words: string) {
  const frame = sample.sampleFrame(language, { workspace: { name: words } });
  const typed = {
    token: words,
    workspace: words,
    timeZone: words,
    country: words,
    name: words,
    email: words,
    password: words,
  };
  const wrongs = [
    { path: 'token', code: 'token' as const },
    { path: 'password', code: 'short' as const },
  ];
  return {
    setup: setupPage({ frame, typed, wrongs }),
    'setup, done': setupDonePage({
      frame,
      apiKey: words,
      page: '/halden/anna',
      signIn: '/sign-in',
      mailCaptured: true,
    }),
    'setup, closed': setupClosedPage({ frame }, '/sign-in'),
    'sign in': signInPage({ frame, email: words, failed: 'wrong', next: words }),
    'sign in, late': signInPage({ frame, email: '', failed: 'late', next: undefined }),
    code: signInCodePage({ frame, recovery: false, next: words, failed: false }),
    'code, wrong': signInCodePage({ frame, recovery: false, next: words, failed: true }),
    'recovery code': signInCodePage({ frame, recovery: true, next: words, failed: true }),
    forgotten: forgottenPage({ frame, email: words, sent: false }),
    'forgotten, sent': forgottenPage({ frame, email: words, sent: true }),
    'new password': newPasswordPage({ frame, token: words, wrongs }),
    'password changed': passwordChangedPage(frame),
    'password link': passwordLinkPage(frame),
    invitation: invitationPage({ frame, token: words, wrongs: [], email: words }),
  };
}

function wrongsIn(words: string) {
  const paths = ['visitor.name', 'visitor.email', 'answers.rooms', 'consents.keep', words];
  return paths.map((path) => ({ path, code: 'missing' as const }));
}

function typedEverywhere(words: string, { questions }: Asks): Typed {
  const answers = Object.fromEntries(questions.map(({ id }) => [id, words]));
  return { name: words, email: words, phone: words, notes: words, guests: words, answers, consents: [] };
}
