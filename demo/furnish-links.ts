import type { SharedLink, Termika } from './open-termika.ts';
import { dayAfter, nextWeekday } from './days.ts';
import { done, type Staff } from './furnish-people.ts';

export interface Links {
  /** Anna's own, personal. */
  talk: SharedLink;
  /** Round robin of those who sell: what /book_appointment shows. */
  appointment: SharedLink;
  /** Round robin in French, with everybody confirming first. */
  visite: SharedLink;
  /** Group: both engineers at once. */
  review: SharedLink;
  /** Panel: one who sells and one who engineers. */
  kickOff: SharedLink;
  /** Personal, with caps and notice. */
  service: SharedLink;
  /** Specific times, several visitors. */
  open: SharedLink;
}

/** A link of every kind, and one that is switched off. */
export async function furnishLinks(termika: Termika, staff: Staff, today: string): Promise<Links> {
  const links = {
    talk: await talk(termika, staff),
    appointment: await appointment(termika, staff),
    visite: await visite(termika, staff),
    review: await review(termika, staff),
    kickOff: await kickOff(termika, staff),
    service: await service(termika, staff),
    open: await openDays(termika, staff, today),
  };
  const off = await termika.share({ title: 'Summer sale', slug: 'summer-sale', hours: null });
  await done(termika, 'PATCH', `/api/links/${off.id}`, { active: false });
  return links;
}

function talk({ share }: Termika, { anna }: Staff): Promise<SharedLink> {
  return share({
    title: 'Talk with Anna',
    slug: 'talk-with-anna',
    hostIds: [anna.id],
    hours: null,
    description: 'Half an hour about your bakery, your oven and what it should do next.',
    footer: 'By booking you agree that we keep your name and address to prepare the meeting.\nTermika, Lyon',
    durationsMinutes: [30, 60],
    incrementMinutes: 30,
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 120,
    location: { kind: 'video', value: 'https://meet.termika.example/anna' },
    guests: { allowed: true, max: 3 },
    questions: [
      { id: 'company', label: 'Your company', kind: 'text', required: false, field: 'companyName' },
      {
        id: 'product',
        label: 'What do you bake?',
        kind: 'choice',
        required: true,
        choices: ['Bread', 'Pizza', 'Pastry', 'Ceramics'],
      },
    ],
    consents: [{ id: 'news', text: 'Send me the oven letter, four times a year.', required: false }],
  });
}

async function appointment(termika: Termika, { anna, bo, lucie }: Staff): Promise<SharedLink> {
  const { body } = await termika.call('GET', `/api/members/${lucie.id}`);
  const link = await termika.share({
    kind: 'round-robin',
    title: 'Appointment with our sales team',
    slug: 'appointment',
    hostIds: [anna.id, bo.id],
    hours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' })) },
    withinHostHours: true,
    holidayListId: body.holidayListId,
    holdMinutes: 120,
    location: { kind: 'phone' },
    questions: [{ id: 'size', label: 'Loaves a day', kind: 'text', required: false }],
  });
  await done(termika, 'PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: link.id } });
  return link;
}

function visite({ share }: Termika, { anna, ines }: Staff): Promise<SharedLink> {
  return share({
    kind: 'round-robin',
    title: 'Visite de l’atelier',
    slug: 'visite',
    hostIds: [anna.id, ines.id],
    hours: null,
    language: 'fr',
    verification: 'everyone',
    durationsMinutes: [45],
    incrementMinutes: 15,
    location: { kind: 'address', value: 'Termika, 12 rue des Fours, 69007 Lyon' },
    consents: [{ id: 'safety', text: 'Je porterai des chaussures fermées dans l’atelier.', required: true }],
  });
}

function review({ share }: Termika, { ines, tomasz }: Staff): Promise<SharedLink> {
  return share({
    kind: 'group',
    title: 'Design review',
    slug: 'design-review',
    hostIds: [ines.id, tomasz.id],
    hours: null,
    durationsMinutes: [60],
    bufferAfterMinutes: 15,
    location: { kind: 'video', value: 'https://meet.termika.example/engineering' },
    questions: [
      { id: 'plan', label: 'What should we look at?', kind: 'long-text', required: false },
      { id: 'call', label: 'A number in case the picture freezes', kind: 'phone', required: false },
    ],
  });
}

function kickOff({ share }: Termika, { anna, bo, ines, tomasz }: Staff): Promise<SharedLink> {
  return share({
    kind: 'panel',
    title: 'Project kick-off',
    slug: 'kick-off',
    hours: null,
    chairs: [
      { candidateIds: [anna.id, bo.id], rule: 'fewest-booked' },
      { candidateIds: [ines.id, tomasz.id], rule: 'in-order' },
    ],
    durationsMinutes: [90],
    incrementMinutes: 30,
    location: { kind: 'ask' },
  });
}

function service({ share }: Termika, { priya }: Staff): Promise<SharedLink> {
  return share({
    title: 'Service call',
    slug: 'service',
    hostIds: [priya.id],
    timeZone: 'Asia/Kolkata',
    hours: null,
    durationsMinutes: [15, 30],
    incrementMinutes: 15,
    minimumNoticeMinutes: 60,
    horizon: { rollingDays: 21 },
    caps: { perDay: 6 },
    location: { kind: 'phone', value: '+33 4 65 71 00 12' },
  });
}

/** Three Thursdays ahead: explicit offers beyond everybody's hours. */
function openDays({ share }: Termika, { anna, ines }: Staff, today: string): Promise<SharedLink> {
  const thursday = nextWeekday(dayAfter(today, 2), 4);
  const dates = [0, 7, 14].map((days) => dayAfter(thursday, days));
  return share({
    kind: 'specific-times',
    title: 'Open evening at the workshop',
    slug: 'open-evening',
    hostIds: [anna.id, ines.id],
    hours: undefined,
    times: dates.map((date) => ({ start: `${date}T17:30:00Z`, end: `${date}T19:00:00Z` })),
    singleUse: false,
    location: { kind: 'address', value: 'Termika, 12 rue des Fours, 69007 Lyon' },
  });
}
