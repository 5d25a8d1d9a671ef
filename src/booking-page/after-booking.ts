import { isoFromMinute } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Visit } from '#bookings/visit.ts';
import { href } from './address.ts';
import { checkMailPage } from './check-mail.ts';
import { againPress } from './check-mail-again.ts';
import { donePage } from './done.ts';
import { carriedInFrame } from './embedded.ts';
import type { Place } from './place.ts';
import { minutesBetween } from './meeting.ts';
import { sendPage, type PageContext } from './send-page.ts';
import type { Meeting } from './view.ts';

/** What the booking act answers (API: 201). */
export interface BookedAnswer {
  id: string;
  status: 'scheduled' | 'unverified';
  start: string;
  end: string;
  timeZone: string;
  hosts?: { name: string }[];
  manageUrl?: string;
}

/**
 * After a booking: to the visitor's own page when the link is theirs to see; else the same words here, without
 * the link, which travels by mail.
 */
export function afterBooking(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: Place,
  visit: Visit,
  booked: BookedAnswer,
): Response | Promise<Response> {
  if (booked.manageUrl) return c.redirect(ownPage(booked.manageUrl, place), 303);
  const { frame } = place;
  const about = { ...place.about, minutes: minutesBetween(booked.start, booked.end) };
  const meeting = meetingOf(booked, visit);
  const { email } = visit.visitor;
  if (booked.status === 'scheduled') {
    const onward = found.link.settings.redirectUrl;
    // Who might have come is no news any more: the meeting says who does.
    const { hosts: _candidates, ...what } = about;
    const view = {
      frame,
      about: what,
      meeting,
      email,
      doors: null,
      movableUntil: null,
      ...(onward && { onward }),
    };
    return sendPage(c, frame, donePage(view), 201);
  }
  const heldUntil = isoFromMinute(
    Math.floor(platform.clock.now() / 60_000) + found.link.settings.holdMinutes,
  );
  const again = againPress(platform, place.at, booked.id);
  return sendPage(
    c,
    frame,
    checkMailPage({ frame, about, meeting, email, heldUntil, again, otherAddress: null }),
    201,
  );
}

/** The visitor's own page; in the frame of another website it stays there. */
function ownPage(manageUrl: string, { frame, at }: Place): string {
  const query = { new: '1', language: frame.language, ...carriedInFrame(at.query) };
  return href({ path: new URL(manageUrl).pathname, query });
}

function meetingOf(booked: BookedAnswer, visit: Visit): Meeting {
  return {
    start: booked.start,
    end: booked.end,
    timeZone: booked.timeZone,
    ...(booked.hosts && { hosts: booked.hosts.map((host) => host.name) }),
    ...(visit.location && booked.status === 'scheduled' && { location: visit.location }),
  };
}
