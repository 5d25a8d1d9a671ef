import type { Warning } from '#links/present-link.ts';

type About = Omit<Warning, 'code' | 'message'>;

/** The sentence of a warning for programs; the app says it in the reader's language by its code. */
export function asWords(code: Warning['code'], { hours = [], chairs = [], minutes }: About): string {
  switch (code) {
    case 'no-host':
      return 'Nobody can be booked: no host is able to host. Give a host a seat and hours, or add another.';
    case 'chair-empty':
      return `${named(chairs)} cannot be filled: nobody there is able to host. Add a candidate.`;
    case 'horizon-over':
      return 'The last bookable day has passed. Choose a later end.';
    case 'notice-beyond-horizon':
      return 'The notice is longer than the link is bookable ahead, so no time is ever offered. Shorten the notice.';
    case 'hours-outside-hosts':
      return `Never offered, because no host is open then: ${spelled(hours)}.`;
    case 'grid-hides-hours':
      return `Starts are counted every ${minutes} minutes from midnight in the zone of the link, so open time is lost: ${spelled(hours)}. Choose a smaller step.`;
    case 'times-past':
      return 'All its times have passed. Pick new ones.';
    case 'offer-ended':
      return 'The offer has ended, so none of its times can be booked. Choose a later end.';
    case 'room-unconnected':
      return 'Some hosts write to no calendar of the service that opens the room: they meet at their own address, or nowhere. They connect theirs in Settings, Calendars.';
    case 'nothing-free':
      return chairs.length > 0
        ? `No time is free until the last bookable day: ${named(chairs).toLowerCase()} never has anybody free.`
        : 'No time is free until the last bookable day.';
    default:
      return code;
  }
}

function named(chairs: number[]): string {
  return chairs.length === 1 ? `Chair ${chairs[0]}` : `Chairs ${chairs.join(', ')}`;
}

const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** 'Mon, Tue 09:30–10:00; Fri 17:00–17:30' */
function spelled(hours: NonNullable<Warning['hours']>): string {
  const days = Map.groupBy(hours, ({ start, end }) => `${start}–${end}`);
  return [...days].map(([span, on]) => `${on.map(({ day }) => DAYS[day]).join(', ')} ${span}`).join('; ');
}
