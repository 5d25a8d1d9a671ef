/** Chloé from Lyon meets Anna; Marek from Gdańsk meets Bo: a test says only what matters to it. */
import { minuteFromIso } from '#engine/minutes.ts';
import type { MailHost, MailMeeting, MailVisitor } from './meeting.ts';

export const anna: MailHost = {
  name: 'Anna Nowak',
  email: 'anna@rondo.example',
  timeZone: 'Europe/Warsaw',
  language: 'pl',
};
export const bo: MailHost = {
  name: 'Bo Berg',
  email: 'bo@rondo.example',
  timeZone: 'Europe/London',
  language: 'en',
};
export const chloe: MailVisitor = {
  name: 'Chloé Martin',
  email: 'chloe@lyon.example',
  phone: '+33 1 99 00 12 34',
  timeZone: 'Europe/Paris',
  language: 'fr',
};
export const marek: MailVisitor = {
  name: 'Marek Wójcik',
  email: 'marek@gdansk.example',
  timeZone: 'Europe/Warsaw',
  language: 'pl',
};
export const MANAGE = 'https://rondo.example/bookings/Zm9yLXRlc3Rz';

export function minute(iso: string): number {
  const found = minuteFromIso(iso);
  if (found === null) throw new Error(`No instant ${iso}`);
  return found;
}

/** Tuesday 1 December 2026, 09:00 in Paris and Warsaw, booked the Friday before. */
export function meeting(changes: Partial<MailMeeting> = {}): MailMeeting {
  return {
    bookingId: '01995c9e-0000-7000-8000-000000000001',
    sequence: 0,
    title: 'Intro call',
    start: minute('2026-12-01T08:00:00Z'),
    end: minute('2026-12-01T08:30:00Z'),
    hosts: [anna],
    visitor: chloe,
    details: 'We are twelve people.',
    answers: [{ label: 'Team size', value: '12' }],
    guests: ['marek@gdansk.example'],
    location: { kind: 'video', value: 'https://meet.example/intro' },
    manageUrl: MANAGE,
    changeUntil: minute('2026-11-30T08:00:00Z'),
    heldUntil: null,
    stamp: Date.parse('2026-11-27T10:00:05Z'),
    workspaceName: 'Atelier Nord',
    organizer: { name: 'Rondo', address: 'meetings@rondo.example' },
    uidDomain: 'rondo.example',
    ...changes,
  };
}
