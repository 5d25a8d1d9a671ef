import type { Person, Termika } from './open-termika.ts';
import { dayAfter, nextWeekday } from './days.ts';
import { bakers, KNOWN } from './bakers.ts';

export interface Staff {
  anna: Person;
  bo: Person;
  ines: Person;
  tomasz: Person;
  priya: Person;
  lucie: Person;
}

/** Members with hours in four zones, holidays, absences, teams, and the people Termika knows already. */
export async function furnishPeople(termika: Termika, today: string): Promise<Staff> {
  const staff = await hireAll(termika);
  await keepHours(termika, staff, today);
  await keepHolidays(termika, staff, today);
  await goAway(termika, staff, today);
  await made(termika, '/api/teams', { name: 'Sales', memberIds: [staff.anna.id, staff.bo.id] });
  await made(termika, '/api/teams', { name: 'Engineering', memberIds: [staff.ines.id, staff.tomasz.id] });
  await made(termika, '/api/teams', { name: 'Service', memberIds: [staff.priya.id, staff.tomasz.id] });
  await keepRecords(termika, staff);
  return staff;
}

async function hireAll(termika: Termika): Promise<Staff> {
  const { anna, bo, hire } = termika;
  // The office takes no meetings through team links: no seat.
  const office = { seat: false, locale: 'fr' };
  const hired = [hire('ines'), hire('tomasz'), hire('priya'), hire('lucie', office)] as const;
  const [ines, tomasz, priya, lucie] = await Promise.all(hired);
  await done(termika, 'PATCH', `/api/members/${tomasz.id}`, { locale: 'pl' });
  await done(termika, 'PATCH', `/api/members/${bo.id}`, { permissions: ['book-for-others'] });
  return { anna, bo, ines, tomasz, priya, lucie };
}

async function keepHours(termika: Termika, staff: Staff, today: string): Promise<void> {
  const keep = (who: Person, timeZone: string, weekly: unknown[], overrides: unknown[] = []) =>
    done(termika, 'PUT', `/api/members/${who.id}/hours`, { timeZone, weekly, overrides });
  const late = { date: dayAfter(today, 9), spans: [{ start: '13:00', end: '20:00' }] };
  const closed = { date: dayAfter(today, 16), spans: [] };
  await keep(
    staff.anna,
    'Europe/Paris',
    [
      ...daily([1, 2, 3, 4], '09:00', '12:30'),
      ...daily([1, 2, 3, 4], '14:00', '18:00'),
      ...daily([5], '09:00', '12:30'),
    ],
    [late, closed],
  );
  await keep(staff.bo, 'Europe/Stockholm', daily([1, 2, 3, 4, 5], '08:00', '16:30'));
  await keep(staff.ines, 'Europe/Paris', daily([2, 3, 4, 5, 6], '09:30', '17:30'));
  await keep(staff.tomasz, 'Europe/Warsaw', daily([1, 2, 3, 4, 5], '10:00', '18:00'));
  // Bread is baked at night: two evenings a week the service desk stays until two in the morning.
  await keep(staff.priya, 'Asia/Kolkata', [
    ...daily([1, 3, 5], '13:30', '21:30'),
    ...daily([2, 4], '18:00', '02:00'),
  ]);
}

function daily(days: number[], start: string, end: string): { day: number; start: string; end: string }[] {
  return days.map((day) => ({ day, start, end }));
}

async function keepHolidays(termika: Termika, staff: Staff, today: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  const lists = { FR: [staff.anna, staff.ines, staff.lucie], PL: [staff.tomasz], SE: [staff.bo] };
  for (const [country, people] of Object.entries(lists)) {
    const { id } = await made(termika, '/api/holiday-lists/import', { country, years: [year, year + 1] });
    for (const { id: memberId } of people)
      await done(termika, 'PATCH', `/api/members/${memberId}`, { holidayListId: id });
  }
}

async function goAway(termika: Termika, staff: Staff, today: string): Promise<void> {
  const away = (who: Person, from: number, to: number, reason: string) =>
    made(termika, `/api/members/${who.id}/absences`, {
      from: dayAfter(today, from),
      to: dayAfter(today, to),
      reason,
    });
  await away(staff.bo, 11, 15, 'Skiing with the children');
  await away(staff.ines, -9, -8, 'Training');
  await away(staff.tomasz, 20, 22, 'Bakers’ fair in Poznań');
  const event = (who: Person, date: string, from: string, to: string, title: string, allDay = false) => {
    const when = { start: `${date}T${from}:00Z`, end: `${date}T${to}:00Z` };
    return made(termika, `/api/members/${who.id}/events`, { title, ...when, allDay });
  };
  await event(staff.anna, dayAfter(today, 1), '10:00', '11:30', 'Dentist');
  await event(staff.anna, nextWeekday(dayAfter(today, 5), 1), '08:00', '16:00', 'Stocktaking', true);
  await event(staff.tomasz, dayAfter(today, 2), '12:00', '13:00', 'Supplier call');
  await event(staff.ines, dayAfter(today, 4), '13:00', '15:00', 'Kiln test');
}

async function keepRecords(termika: Termika, { anna, bo }: Staff): Promise<void> {
  for (const [at, email] of KNOWN.entries()) {
    const { name, phone } = bakers.find((baker) => baker.email === email)!;
    const { id } = await made(termika, '/api/contacts', {
      name,
      emails: [{ address: email, primary: true }],
      phones: phone ? [{ number: phone, primary: true }] : [],
      jobTitle: 'Master baker',
      ownerId: at === 0 ? anna.id : bo.id,
    });
    await made(termika, `/api/contacts/${id}/notes`, { html: 'Met at the fair; bakes with wood today.' });
  }
  await made(termika, '/api/leads', {
    name: 'Owen Price',
    emails: [{ address: 'owen@price-pies.example', primary: true }],
    companyName: 'Price Pies',
    source: 'Telephone',
    status: 'contacted',
    ownerId: bo.id,
  });
}

/** Makes something over HTTP as Anna; what is refused ends the demonstration with the reason. */
export async function made(termika: Termika, path: string, body: unknown): Promise<{ id: string }> {
  const answer = await termika.call('POST', path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function done(termika: Termika, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await termika.call(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
}
