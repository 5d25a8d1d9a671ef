import { dayAfter, isWorkday } from './days.ts';
import { done, made } from './furnish-people.ts';
import type { House } from './live.ts';

const MEETINGS = 9;
/** The one for which somebody else was chosen than was proposed. */
const CHOSEN_AT = 5;

/** A rotation that colleagues have used for two weeks, with somebody new, somebody switched off and somebody without a seat. */
export async function furnishRotations(house: House, now: string): Promise<void> {
  const { termika, staff } = house;
  const today = now.slice(0, 10);
  const on = (date: string, time = '09:40') => termika.clock.set(`${date}T${time}:00Z`);
  const team = await teamsByName(house);
  const members = [team('Sales'), team('Engineering'), { kind: 'member', id: staff.lucie.id }];
  on(dayAfter(today, -30));
  const demos = await made(termika, '/api/rotations', { name: 'Industrial demos', members });
  const service = { name: 'Service visits', members: [team('Service')], newcomers: 'level' };
  await made(termika, '/api/rotations', service);
  const workdays = Array.from({ length: 21 }, (_, at) => dayAfter(today, at - 21)).filter(isWorkday);
  on(workdays[3]!);
  const withPriya = [...members, { kind: 'member', id: staff.priya.id }];
  await done(termika, 'PATCH', `/api/rotations/${demos.id}`, { members: withPriya });
  const deals = (await termika.call('GET', '/api/deals?limit=20')).body.items as Deal[];
  for (let at = 0; at < MEETINGS; at++) {
    on(workdays[at + 4]!, `${10 + (at % 5)}:12`);
    await bookFor(house, demos.id, { deal: deals[at % deals.length]!, at, today });
  }
  on(workdays.at(-1)!, '15:12');
  const tomasz = `/api/rotations/${demos.id}/members/${staff.tomasz.id}/availability`;
  await done(termika, 'PUT', tomasz, { available: false });
  termika.clock.set(now);
}

interface Deal {
  id: string;
  title: string;
}

async function teamsByName({ termika }: House) {
  const { items } = (await termika.call('GET', '/api/teams')).body as {
    items: { id: string; name: string }[];
  };
  return (name: string) => ({ kind: 'team', id: items.find((one) => one.name === name)!.id });
}

interface Proposal {
  memberId: string;
  candidates: { memberId: string; canHost: { ok: boolean } }[];
}

/** As a colleague does: whoever is proposed, or somebody else, then a free time of theirs. */
async function bookFor(
  { termika }: House,
  rotationId: string,
  { deal, at, today }: { deal: Deal; at: number; today: string },
): Promise<void> {
  const path = `/api/rotations/${rotationId}`;
  const { memberId: next, candidates } = (await termika.call('GET', `${path}/proposal`)).body as Proposal;
  const other = candidates.findLast(({ memberId, canHost }) => canHost.ok && memberId !== next)!;
  const isChosen = at === CHOSEN_AT;
  const memberId = isChosen ? other.memberId : next;
  const days = `from=${dayAfter(today, 2)}&to=${dayAfter(today, 25)}&duration=45&timeZone=Europe/Paris`;
  const free = (await termika.call('GET', `${path}/slots?memberId=${memberId}&${days}`)).body.days as {
    slots: { start: string }[];
  }[];
  const day = free[at % free.length]!.slots;
  await made(termika, `${path}/bookings`, {
    start: day[(at * 7) % day.length]!.start,
    durationMinutes: 45,
    memberId,
    title: deal.title,
    record: { kind: 'deal', id: deal.id },
    ...(isChosen && { overrideReason: 'They know each other from the fair.' }),
  });
}
