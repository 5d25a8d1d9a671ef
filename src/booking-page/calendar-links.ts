import type { Meeting } from './view.ts';

/** Addresses that open a new event in a visitor's own calendar; nothing is sent before they press. */
export function calendarLinks(title: string, meeting: Meeting): { google: string; outlook: string } {
  const place = meeting.location?.value ?? '';
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(meeting.start)}/${compact(meeting.end)}`,
    location: place,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: meeting.start,
    enddt: meeting.end,
    location: place,
  });
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.office.com/calendar/deeplink/compose?${outlook}`,
  };
}

/** 20261201T080000Z. */
function compact(instant: string): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
