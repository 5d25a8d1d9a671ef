/** Views of a small fictional firm, for the tests of the pages. `words` stands for whatever somebody typed. */
import type { Language } from '#platform/messages/messages.ts';
import { nothingTyped } from './read-form.ts';
import type { About, Asks, Booked, Choose, ContactFull, Details, Doors, Frame, Meeting } from './view.ts';

export function sampleFrame(language: Language = 'en', changes: Partial<Frame> = {}): Frame {
  return {
    language,
    clock: { hour12: false, firstDay: 1 },
    workspace: { name: 'Halden Sensors' },
    nonce: 'n0nce',
    address: '/halden/demo?month=2026-12',
    now: '2026-11-30T13:05:00Z',
    ...changes,
  };
}

export function sampleAbout(words = 'Product demo'): About {
  return {
    title: words,
    description: words,
    minutes: 30,
    location: { kind: 'video', value: 'https://meet.halden.example/7kq' },
    hosts: [words, 'Bo Lindqvist'],
    together: 'any',
  };
}

export function sampleChoose(language: Language = 'en', changes: Partial<Choose> = {}): Choose {
  return {
    frame: sampleFrame(language),
    at: { path: '/halden/demo', query: {} },
    about: sampleAbout(),
    timeZone: 'Europe/Warsaw',
    month: '2026-12',
    duration: 30,
    durations: [30],
    days: [
      { date: '2026-12-01', slots: ['2026-12-01T08:00:00Z'] },
      { date: '2026-12-02', slots: ['2026-12-02T08:00:00Z', '2026-12-02T13:00:00Z'] },
      {
        date: '2026-12-09',
        slots: ['08', '09', '10', '11', '12'].map((hour) => `2026-12-09T${hour}:00:00Z`),
      },
    ],
    earlier: null,
    later: '2027-01',
    after: { date: '2027-01-04', count: 6 },
    before: null,
    ...changes,
  };
}

export function sampleAsks(words = 'How many cold rooms?'): Asks {
  return {
    phone: 'optional',
    notes: true,
    guests: { max: 3 },
    questions: [
      { id: 'rooms', label: words, kind: 'choice', required: true, choices: ['1 to 5', words] },
      {
        id: 'many',
        label: words,
        kind: 'choice',
        required: false,
        choices: ['1', '2', '3', '4', '5', '6', words],
      },
      { id: 'site', label: words, kind: 'text', required: true },
      { id: 'story', label: words, kind: 'long-text', required: false },
      { id: 'call', label: words, kind: 'phone', required: false },
      { id: 'visit', label: words, kind: 'checkbox', required: false },
    ],
    consents: [{ id: 'keep', text: words, required: true, version: 1 }],
  };
}

export function sampleDetails(language: Language = 'en', changes: Partial<Details> = {}): Details {
  return {
    frame: sampleFrame(language),
    at: { path: '/halden/demo', query: {} },
    about: sampleAbout(),
    start: '2026-12-01T08:00:00Z',
    end: '2026-12-01T08:30:00Z',
    timeZone: 'Europe/Warsaw',
    duration: 30,
    asks: sampleAsks(),
    typed: nothingTyped(),
    wrongs: [],
    key: 'key-1',
    token: 'token-1',
    movableUntil: '2026-11-30T18:00:00Z',
    ...changes,
  };
}

export function sampleContactFull(language: Language = 'en', words = 'Anna Wiśniewska'): ContactFull {
  return {
    frame: sampleFrame(language, { workspace: { name: words }, address: `/halden/demo?c=${words}` }),
    at: { path: '/halden/demo', query: { c: words } },
    about: { ...sampleAbout(words), hosts: [words] },
    usual: { name: words },
    replyTo: words,
    typed: { name: words, text: words },
    wrongs: [],
    key: 'key-1',
    token: 'token-1',
  };
}

export function sampleMeeting(words = 'Anna Wiśniewska'): Meeting {
  return {
    start: '2026-12-01T08:00:00Z',
    end: '2026-12-01T08:30:00Z',
    timeZone: 'Europe/Warsaw',
    hosts: [words],
    location: { kind: 'video', value: words },
    bookedBy: { name: words, email: words },
    guests: [words],
    answers: [{ label: words, value: words }],
  };
}

export function sampleBooked(language: Language = 'en', words?: string): Booked {
  return { frame: sampleFrame(language), about: sampleAbout(words), meeting: sampleMeeting(words) };
}

export const sampleDoors: Doors = {
  manage: '/bookings/tok',
  reschedule: '/bookings/tok?step=reschedule',
  cancel: '/bookings/tok/cancellation',
  ics: '/api/public/bookings/tok/invite.ics',
};
