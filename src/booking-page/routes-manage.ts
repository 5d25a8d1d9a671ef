import { Hono } from 'hono';
import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import type { Platform } from '#platform/platform.ts';
import { cancel } from '#bookings/cancel.ts';
import type { Standing } from '#bookings/find-booking.ts';
import { holdAgain } from '#bookings/hold-again.ts';
import { endOfStart } from '#bookings/offered-times.ts';
import { reschedule } from '#bookings/reschedule.ts';
import { bookingByToken } from '#bookings/visitor-door.ts';
import { verify } from '#bookings/verify.ts';
import { signOf } from './brand.ts';
import { checkMailPage } from './check-mail.ts';
import { choosePage } from './choose.ts';
import { donePage } from './done.ts';
import { embeddedFrom } from './embedded.ts';
import { foundForMove } from '#bookings/owner-first/owner-move.ts';
import { askedFrom, chooseView, startFrom } from './link-view.ts';
import { cancelledPage, managePage } from './manage.ts';
import { shown, type Shown } from './manage-view.ts';
import { movePage } from './move.ts';
import { isOnOffer, isOver, offersView } from './offers-view.ts';
import { offersPage } from './offers.ts';
import { unclearPage } from './refusals.ts';
import { formOf } from './form-of.ts';
import { frameFor, sendPage, type PageContext } from './send-page.ts';
import { alreadyConfirmedPage, expiredPage, lostPage, verifyPage } from './verify.ts';
import type { Frame, Move } from './view.ts';

interface Opened {
  standing: Standing;
  frame: Frame;
  path: string;
  shown: Shown;
}

const by = { kind: 'visitor' } as const;

/** The visitor's own pages (E7). Opening one changes nothing; every change is a post of a form on it. */
export function managePages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  const on = (
    method: 'get' | 'post',
    tail: string,
    answer: (c: PageContext, opened: Opened) => Answer,
  ): void => {
    pages[method](`/bookings/:token${tail}`, async (c) => answer(c, await open(platform, c)));
  };
  on('get', '', (c, opened) => show(platform, c, opened));
  on('post', '/verification', (c, opened) => confirm(platform, c, opened));
  on('post', '/verification-mail', (c, opened) => sendFresh(platform, c, opened));
  on('post', '/cancellation', (c, opened) => callOff(platform, c, opened));
  on('post', '/reschedule', (c, opened) => move(platform, c, opened));
  return pages;
}

type Answer = Response | Promise<Response>;

async function open(platform: Platform, c: PageContext): Promise<Opened> {
  const standing = await bookingByToken(platform, c.req.param('token') ?? '', clientAddress(platform, c));
  const { workspace } = standing.found;
  const path = `/bookings/${c.req.param('token')}`;
  const address = c.req.method === 'GET' ? undefined : path;
  const wanted = { language: standing.booking.language, ...(address && { address }) };
  const frame = frameFor(platform, c, signOf(workspace), wanted);
  return { standing, frame, path, shown: shown(platform, standing, path) };
}

function show(platform: Platform, c: PageContext, opened: Opened): Answer {
  const { frame, shown: view } = opened;
  if (view.status === 'unverified') return askToConfirm(c, opened);
  if (view.status === 'expired') return expired(c, opened);
  if (view.status === 'cancelled')
    return sendPage(c, frame, cancelledPage({ frame, ...view, again: view.choose }));
  if (c.req.query('step') === 'reschedule' && view.doors.reschedule)
    return chooseAnother(platform, c, opened);
  const kind = c.req.query('moved') ? 'moved' : c.req.query('new') ? 'booked' : null;
  if (kind === null || view.status !== 'scheduled') return manage(c, opened);
  const { visitor, linkId } = opened.standing.booking;
  const onward = kind === 'booked' && linkId ? opened.standing.found.link.settings.redirectUrl : null;
  const framed = kind === 'booked' ? inItsFrame(c, opened) : frame;
  const done = {
    frame: framed,
    ...view,
    ...(visitor && { email: visitor.email }),
    ...(onward && { onward }),
  };
  return sendPage(c, framed, donePage(done, kind));
}

/** L5: of the visitor's own pages only the one after booking may stand in another website: it changes nothing. */
function inItsFrame(c: PageContext, { frame, standing }: Opened): Frame {
  const embed = embeddedFrom(c.req.query(), standing.found.link.settings.embedOrigins, '');
  return { ...frame, ...(embed && { embed }) };
}

function manage(c: PageContext, { frame, shown: view, standing }: Opened, status = 200): Answer {
  const location = standing.booking.location;
  const phone = location?.kind === 'phone' && location.value ? { phone: location.value } : {};
  return sendPage(c, frame, managePage({ frame, ...view, ...phone }), status);
}

function askToConfirm(c: PageContext, { frame, shown: view, path }: Opened): Answer {
  const press = { action: `${path}/verification`, fields: {} };
  return sendPage(c, frame, verifyPage({ frame, ...view, press }));
}

function expired(c: PageContext, { frame, shown: view, path }: Opened): Answer {
  const fresh = view.meeting.start > frame.now ? { action: `${path}/verification-mail`, fields: {} } : null;
  return sendPage(c, frame, expiredPage({ frame, ...view, fresh }), 410);
}

async function confirm(platform: Platform, c: PageContext, opened: Opened): Promise<Response> {
  const { standing, frame, path, shown: view } = opened;
  const done = await verify(platform, standing.booking.workspaceId, standing.booking.id);
  if ('verified' in done) return c.redirect(`${path}?new=1`, 303);
  if ('already' in done) return sendPage(c, frame, alreadyConfirmedPage({ frame, ...view, manage: path }));
  if (done.refused === 'lost') {
    const near = done.alternatives.map(isoFromMinute);
    return sendPage(c, frame, lostPage({ frame, ...view, near, choose: view.choose ?? path }), 409);
  }
  if (done.refused === 'expired') return expired(c, opened);
  return c.redirect(path, 303);
}

async function sendFresh(platform: Platform, c: PageContext, opened: Opened): Promise<Response> {
  const { standing, frame, path, shown: view } = opened;
  const held = await holdAgain(platform, standing.booking.workspaceId, standing.booking.id);
  if ('sent' in held) {
    const heldUntil = held.sent.expiresAt ?? frame.now;
    const email = held.sent.visitor?.email ?? '';
    const again = { action: `${path}/verification-mail`, fields: {} };
    const sent = { frame, ...view, heldUntil, email, again, otherAddress: view.choose ?? path };
    return sendPage(c, frame, checkMailPage(sent));
  }
  if (held.refused !== 'lost') return c.redirect(path, 303);
  const near = 'alternatives' in held ? held.alternatives.map(isoFromMinute) : [];
  return sendPage(c, frame, lostPage({ frame, ...view, near, choose: view.choose ?? path }), 409);
}

async function callOff(platform: Platform, c: PageContext, opened: Opened): Promise<Response> {
  const { booking } = opened.standing;
  const form = await formOf(c);
  const reason = (form.get('reason') ?? '').replaceAll('\u0000', '').trim().slice(0, 1000);
  const done = await cancel(platform, booking.workspaceId, booking.id, { by, ...(reason && { reason }) });
  if ('refused' in done) return manage(c, opened, 409);
  return c.redirect(opened.path, 303);
}

/** Months and times as on the link's page; with a start chosen, the old and the new time and one button. */
async function chooseAnother(
  platform: Platform,
  c: PageContext,
  opened: Opened,
  status = 200,
): Promise<Response> {
  const { standing, frame, path, shown: view } = opened;
  const { booking, found } = standing;
  const asked = askedFrom({ timeZone: booking.visitorTimeZone, ...c.req.query() }, found);
  if (!asked) return sendPage(c, frame, unclearPage(frame, path), 422);
  const duration = booking.end - booking.start;
  const language = c.req.query('language');
  const at = { path, query: { step: 'reschedule', ...(language && { language }) } };
  const start = startFrom(c.req.query('start'));
  const place = { frame, at, about: view.about, moving: { bookingId: booking.id, view: view.meeting } };
  const own = await foundForMove(platform.db.read, platform.clock, standing);
  if (found.link.kind === 'specific-times') {
    const offers = await offersView(platform, own, asked, place, start);
    if (start === null || !isOnOffer(offers, start)) return sendPage(c, frame, offersPage(offers), status);
  }
  if (start !== null) return sendPage(c, frame, movePage(moveView(opened, start, asked.timeZone)));
  return sendPage(c, frame, choosePage(await chooseView(platform, own, { ...asked, duration }, place)));
}

function moveView({ standing, frame, path, shown: view }: Opened, start: number, timeZone: string): Move {
  const { booking } = standing;
  return {
    frame,
    about: view.about,
    meeting: view.meeting,
    at: { path, query: { step: 'reschedule' } },
    press: { action: `${path}/reschedule`, fields: {} },
    start: isoFromMinute(start),
    end: isoFromMinute(endOfStart(standing.found.link, start, booking.end - booking.start)),
    timeZone,
    back: `${path}?step=reschedule&timeZone=${encodeURIComponent(timeZone)}`,
  };
}

async function move(platform: Platform, c: PageContext, opened: Opened): Promise<Response> {
  const { booking, found } = opened.standing;
  const form = await formOf(c);
  const start = minuteFromIso(form.get('start') ?? '');
  const asked = askedFrom({ timeZone: form.get('timeZone') ?? '' }, found);
  if (start === null || !asked) return sendPage(c, opened.frame, unclearPage(opened.frame, opened.path), 422);
  const done = await reschedule(platform, booking.workspaceId, booking.id, { start, by });
  if ('rescheduled' in done) return c.redirect(`${opened.path}?moved=1`, 303);
  if (!('alternatives' in done)) return manage(c, opened, 409);
  if (isOver(done.refused)) return chooseAnother(platform, c, opened, 409);
  const kind = done.refused === 'busy' ? 'taken' : 'closed';
  const panel = { kind, alternatives: done.alternatives.map(isoFromMinute) } as const;
  return sendPage(c, opened.frame, movePage({ ...moveView(opened, start, asked.timeZone), panel }), 409);
}
