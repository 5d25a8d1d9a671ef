import type { KnownInside } from './odd-staff-requests.ts';

/** How the routes that answer the most are rightly asked, for a game that changes a part of it. */
export function rightRequests(
  ids: Record<string, string>,
  email: string,
  calendarUrl: string,
): KnownInside['right'] {
  const window = { from: '2026-11-30T00:00:00Z', to: '2026-12-14T00:00:00Z' };
  const dates = { from: '2026-12-01', to: '2026-12-20', timeZone: 'Europe/Warsaw' };
  return {
    ...ofRecords(ids),
    ...ofCalendars(ids, calendarUrl),
    'GET /api/calendar': { query: { memberIds: `${ids.anna},${ids.members}`, ...window, offered: 'true' } },
    'GET /api/home': { query: { date: '2026-12-01' } },
    'GET /api/bookings': { query: { ...window, status: 'scheduled,unverified', sort: '-start', q: 'chl' } },
    'POST /api/bookings/counts': { body: { filters: [{ ...window, status: 'scheduled', hostId: 'me' }] } },
    'GET /api/views': { query: { list: 'leads' } },
    'POST /api/views': {
      body: { list: 'bookings', name: 'Mine', filter: { status: 'scheduled' }, shared: true },
    },
    'PATCH /api/views/{id}': { body: { name: 'Ours', filter: { q: 'x' } } },
    'GET /api/mail': {
      query: { brief: 'true', state: 'queued', q: 'a', since: '2026-11-01T00:00:00Z', limit: '5' },
    },
    'GET /api/mail/{id}': {},
    'GET /api/mail/{id}/page': {},
    'POST /api/mail/{id}/revival': {},
    'POST /api/mail/test': { body: { to: email } },
    'POST /api/links/preview': { body: { link: draftOf(ids), ...dates } },
    'GET /api/links/{id}/shares': { query: window },
    'GET /api/links/{id}/explanation': { query: { start: '2026-12-01T09:00:00Z' } },
    'GET /api/links/{id}/slots': { query: dates },
    'GET /api/search': { query: { q: 'an o', limit: '5' } },
    'GET /api/members/{id}/time': { query: window },
    'POST /api/auth/two-factor/activation': { body: { code: '123456' } },
    'POST /api/auth/two-factor/deactivation': { body: { password: 'wrong password', code: '123456' } },
    'POST /api/holiday-lists/import': { body: { country: 'PL', years: [2027] } },
  };
}

function ofRecords(ids: Record<string, string>): KnownInside['right'] {
  return {
    'GET /api/contacts': { query: { q: 'ol', limit: '3' } },
    'GET /api/leads': { query: { q: 'ma', limit: '3' } },
    'POST /api/links': { body: linkOf(ids) },
    'PATCH /api/links/{id}': { body: draftOf(ids) },
  };
}

function ofCalendars(ids: Record<string, string>, url: string): KnownInside['right'] {
  const calendars = '/api/members/{id}/calendars';
  return {
    [`GET ${calendars}`]: {},
    [`POST ${calendars}`]: { body: { kind: 'ics', url, name: 'Elsewhere' } },
    [`PATCH ${calendars}/{calendarId}`]: { body: { checkConflicts: true, sync: true, name: 'Trips' } },
    [`POST ${calendars}/{calendarId}/sync`]: {},
    'PATCH /api/members/{id}/calendar-accounts/{accountId}': { body: { name: 'Ours', url } },
    'POST /api/members/{id}/calendar-consents': { body: { kind: 'google' } },
    'GET /api/members/{id}/feed': {},
    'PATCH /api/members/{id}/feed': { body: { detail: 'full' } },
    'POST /api/bookings/{id}/calendar-answer': { body: { hostId: ids.anna!, answer: 'keep' } },
  };
}

function linkOf(ids: Record<string, string>) {
  return { kind: 'personal', title: 'Tour', timeZone: 'Europe/Paris', hostIds: [ids.anna!] };
}

function draftOf(ids: Record<string, string>) {
  return {
    ...linkOf(ids),
    durationsMinutes: [30, 45],
    hours: { weekly: [{ day: 1, start: '09:00', end: '17:00' }], overrides: [] },
    horizon: { rollingDays: 60 },
    caps: { perDay: 3 },
  };
}
