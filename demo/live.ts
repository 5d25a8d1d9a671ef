import { shuffled } from '../src/engine/shuffle.ts';
import { bakers, type Baker } from './bakers.ts';
import { dayAfter, isWorkday, nextWeekday } from './days.ts';
import type { Links } from './furnish-links.ts';
import { made, type Staff } from './furnish-people.ts';
import { attend } from './attend.ts';
import type { Answer, SharedLink, Termika } from './open-termika.ts';
import { confirm, manage } from './mailbox.ts';

/** A meeting as the demonstration remembers it. */
export interface Meeting {
  id: string;
  end: string;
  email: string;
  /** What chance there is in its life comes from this. */
  seed: number;
}

export interface House {
  termika: Termika;
  staff: Staff;
  links: Links;
}

const DAYS_BEFORE = 42;
const LONGEST_LEAD = 35;

/**
 * Six weeks of bookings, day by day on a clock of its own: who books, confirms, moves, calls off, comes or does
 * not. The same day always gives the same house. Ends at the present moment.
 */
export async function live(house: House, now: string): Promise<void> {
  const today = now.slice(0, 10);
  const meetings: Meeting[] = [];
  for (let back = DAYS_BEFORE; back >= 0; back--) {
    const date = dayAfter(today, -back);
    const at = back === 0 ? now : `${date}T10:00:00Z`;
    house.termika.clock.set(at);
    await attend(house, meetings, at);
    if (isWorkday(date)) await oneDay(house, meetings, date, back);
  }
  house.termika.clock.set(now);
}

async function oneDay(house: House, meetings: Meeting[], date: string, back: number): Promise<void> {
  const seed = Number(date.replaceAll('-', ''));
  const wanted = shuffled(oftenFirst(house.links), seed).slice(0, 2 + (seed % 2));
  const people = shuffled(bakers, seed + 1);
  // The first to come find everything free; later ones book further ahead.
  const lead = Math.ceil(LONGEST_LEAD * (1 - back / (DAYS_BEFORE + 1)));
  for (const [at, link] of wanted.entries()) {
    const meeting = await book(house, link, people[at]!, { date, seed: seed + at, lead });
    if (meeting) meetings.push(meeting);
  }
  const latest = meetings.at(-1);
  if (latest && back % 5 === 2)
    await manage(house, latest, 'cancellation', { reason: 'The dough did not wait.' });
  if (latest && back % 7 === 3) await move(house, latest, date);
}

/** The appointment page and Anna's link are asked for most. */
function oftenFirst({ appointment, talk, service, review, kickOff, visite }: Links): SharedLink[] {
  return [appointment, appointment, appointment, talk, talk, service, review, kickOff, visite];
}

async function book(
  house: House,
  link: SharedLink,
  baker: Baker,
  { date, seed, lead }: { date: string; seed: number; lead: number },
): Promise<Meeting | null> {
  const { termika, links } = house;
  const from = dayAfter(date, 1 + (seed % lead));
  const [start] = shuffled(await termika.starts(link, from, dayAfter(from, 6), baker.timeZone), seed);
  if (!start) return null;
  const { name, email, timeZone, phone } = baker;
  const visitor = { name, email, timeZone, ...(phone && { phone }) };
  const headers = { 'accept-language': baker.language };
  const booked = await termika.book(link, start, visitor, wordsFor(links, link, baker), headers);
  if (booked.status !== 201) throw new Error(`${link.slug} ${start}: ${JSON.stringify(booked.body)}`);
  const forgets = seed % 6 === 0;
  if (booked.body.status === 'unverified' && !forgets) await confirm(house, email);
  return { id: booked.body.id, end: booked.body.end, email, seed };
}

function wordsFor(links: Links, link: SharedLink, baker: Baker): Record<string, unknown> {
  if (link === links.talk) {
    const product = /ceramics|pottery|keramikk|emaux|ceramika/.test(baker.email) ? 'Ceramics' : 'Bread';
    return {
      answers: { product, ...(baker.company && { company: baker.company }) },
      consents: { news: true },
    };
  }
  if (link === links.kickOff) return { answers: { location: 'At our bakery, ring at the back door' } };
  return link === links.visite ? { consents: { safety: true } } : {};
}

/** To a day later, if the visitor still may. */
async function move({ termika, ...rest }: House, meeting: Meeting, date: string): Promise<void> {
  const house = { termika, ...rest };
  const query = new URLSearchParams({
    from: dayAfter(date, 3),
    to: dayAfter(date, 40),
    timeZone: 'Europe/Paris',
  });
  const free = await manage(house, meeting, `slots?${query}`);
  const starts: string[] = free?.body.days?.flatMap((day: { slots: string[] }) => day.slots) ?? [];
  const start = starts[starts.length >> 1];
  if (!start) return;
  const moved: Answer | null = await manage(house, meeting, 'reschedule', { start });
  if (moved?.status === 200) meeting.end = moved.body.end;
}

/** What nobody books through a page: a call that Bo writes down, and a meeting that Anna plans by hand. */
export async function writeDown({ termika, staff }: House, now: string): Promise<void> {
  const today = now.slice(0, 10);
  const call = {
    name: 'Owen Price',
    email: 'owen@price-pies.example',
    details: 'Asks for a second-hand oven.',
  };
  await made(termika, '/api/bookings', {
    start: `${nextWeekday(dayAfter(today, -9), 3)}T19:00:00Z`,
    durationMinutes: 15,
    status: 'completed',
    visitor: call,
    hostId: staff.bo.id,
    title: 'Telephone call',
    outsideHours: true,
  });
  await made(termika, '/api/bookings', {
    start: `${nextWeekday(dayAfter(today, 4), 2)}T19:00:00Z`,
    durationMinutes: 60,
    visitor: call,
    hostId: staff.anna.id,
    title: 'Dinner with Price Pies',
    outsideHours: true,
    notify: true,
  });
}
