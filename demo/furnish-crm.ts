import assert from 'node:assert/strict';
import { bakers } from './bakers.ts';
import { dayAfter } from './days.ts';
import type { House } from './live.ts';
import { OWN_FIELDS, ownValues } from './own-fields.ts';

type Made = Map<string, string>;

/** The organisations behind the bakers, what they may buy, and what is to be done about it. */
export async function furnishCrm(house: House, now: string): Promise<void> {
  const today = now.slice(0, 10);
  house.termika.clock.set(`${dayAfter(today, -40)}T08:30:00Z`);
  for (const field of OWN_FIELDS) await make(house, '/api/custom-fields', field);
  const companies = await companiesOf(house);
  const contacts = await contactsOf(house, companies);
  await dealsOf(house, { companies, contacts, today });
  await ticketsOf(house, companies);
  await workOn(house, companies, today);
  house.termika.clock.set(now);
}

async function make({ termika }: House, path: string, body: object): Promise<string> {
  const answer = await termika.call('POST', path, body);
  assert.equal(answer.status, 201, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

/** Name, stage, industry, territory, people, yearly revenue in euros, share in per cent, owner. */
const COMPANIES = [
  ['Girard Pains', 'customer', 'Bakeries', 'Rhône-Alpes', '50–99', 6_400_000, 12, 'anna'],
  ['Piekarnia Zieliński', 'prospect', 'Bakeries', 'Pomorze', '20–49', 2_100_000, 4, 'bo'],
  ['Fournil de Dakar', 'prospect', 'Bakeries', 'Dakar', '100–249', 9_800_000, 9, 'anna'],
  ['Crumb & Co', 'customer', 'Patisserie', 'Greater London', '20–49', 3_200_000, 6, 'bo'],
  ['Ferri Forni', 'prospect', 'Pizza', 'Lombardia', '10–19', 900_000, 2, 'anna'],
  ['Chleb i Sól', 'prospect', 'Bakeries', 'Małopolska', '10–19', 1_100_000, 3, 'bo'],
  ['Southern Loaf', 'prospect', 'Bakeries', 'Waikato', '50–99', 5_600_000, 11, 'anna'],
  ['Morel Émaux', 'former', 'Ceramics', 'Wallonie', '10–19', 700_000, 1, 'anna'],
] as const;

async function companiesOf(house: House): Promise<Made> {
  const owners = house.termika;
  const made: Made = new Map();
  for (const [name, stage, industry, territory, employees, euros, marketShare, owner] of COMPANIES) {
    const body = { name, stage, industry, territory, employees, marketShare, ownerId: owners[owner].id };
    const annualRevenue = { amount: euros * 100, currency: 'EUR' };
    made.set(name, await make(house, '/api/companies', { ...body, annualRevenue, custom: ownValues(name) }));
  }
  return made;
}

/** The baker at the start of each address works for the company. */
const PEOPLE = [
  ['zofia', 'Chleb i Sól', 'Owner'],
  ['luca', 'Ferri Forni', 'Head baker'],
  ['awa', 'Fournil de Dakar', 'Director'],
  ['aroha', 'Southern Loaf', 'Operations'],
  ['marek', 'Piekarnia Zieliński', 'Owner'],
] as const;

async function contactsOf(house: House, companies: Made): Promise<Made> {
  const made: Made = new Map();
  for (const [start, company, jobTitle] of PEOPLE) {
    const { name, email, phone } = bakers.find((one) => one.email.startsWith(`${start}@`))!;
    const person = { name, jobTitle, companyIds: [companies.get(company)!], custom: ownValues(start) };
    const reach = {
      emails: [{ address: email, primary: true }],
      ...(phone && { phones: [{ number: phone, primary: true }] }),
    };
    made.set(company, await make(house, '/api/contacts', { ...person, ...reach }));
  }
  return made;
}

/** Title, company, euros, stage, days until it should close. */
const DEALS = [
  ['Two deck ovens', 'Piekarnia Zieliński', 48_000, 'proposal', 12],
  ['Tunnel oven, line 2', 'Fournil de Dakar', 210_000, 'negotiation', 25],
  ['Pizza oven with hood', 'Ferri Forni', 16_500, 'new', 40],
  ['Rack oven', 'Chleb i Sól', 22_400, 'qualified', 30],
  ['Steam upgrade', 'Girard Pains', 9_800, 'won', -6],
  ['Proofing chamber', 'Crumb & Co', 13_200, 'proposal', 18],
  ['Night-shift retrofit', 'Southern Loaf', 61_000, 'new', 60],
  ['Service contract', 'Girard Pains', 7_200, 'negotiation', 9],
  ['Kiln controls', 'Morel Émaux', 5_400, 'lost', -20],
] as const;

async function dealsOf(
  house: House,
  { companies, contacts, today }: { companies: Made; contacts: Made; today: string },
): Promise<void> {
  for (const [title, company, euros, stage, days] of DEALS) {
    house.termika.clock.advance(60 * 26);
    const contact = contacts.get(company);
    await make(house, '/api/deals', {
      title,
      companyId: companies.get(company),
      contactIds: contact ? [contact] : [],
      amount: euros * 100,
      currency: 'EUR',
      stage,
      expectedClose: dayAfter(today, days),
      ownerId: house.termika[euros > 20_000 ? 'anna' : 'bo'].id,
      custom: ownValues(title),
      ...(stage === 'lost' && { lostReason: 'They closed the workshop.' }),
    });
  }
}

const TICKETS = [
  ['Oven 3 does not hold 230 °C', 'Girard Pains', 'open', 'high'],
  ['Spare door seal', 'Crumb & Co', 'pending', 'normal'],
  ['Invoice copy for October', 'Girard Pains', 'solved', 'low'],
] as const;

async function ticketsOf(house: House, companies: Made): Promise<void> {
  for (const [subject, company, status, priority] of TICKETS) {
    house.termika.clock.advance(60 * 7);
    const about = { subject, status, priority, custom: ownValues(subject) };
    await make(house, '/api/tickets', { ...about, companyId: companies.get(company) });
  }
}

async function workOn(house: House, companies: Made, today: string): Promise<void> {
  const girard = `/api/companies/${companies.get('Girard Pains')!}`;
  const dakar = `/api/companies/${companies.get('Fournil de Dakar')!}`;
  const address = {
    type: 'delivery',
    line1: '18 rue Garibaldi',
    postcode: '69003',
    city: 'Lyon',
    country: 'FR',
  };
  await make(house, `${girard}/addresses`, { ...address, title: 'Bakery', preferred: true });
  await make(house, `${girard}/notes`, {
    html: '<p>Wants the <strong>second line</strong> ready before Easter.</p>',
  });
  const due = (days: number) => `${dayAfter(today, days)}T14:00:00Z`;
  await make(house, `${girard}/tasks`, { title: 'Send the drawings', dueAt: due(-1), priority: 'high' });
  await make(house, `${girard}/tasks`, { title: 'Ask about the power supply', dueAt: due(3) });
  await make(house, `${dakar}/tasks`, { title: 'Book the site visit', dueAt: due(5) });
  await make(house, `${dakar}/notes`, { html: '<p>Two shifts, flour from their own mill.</p>' });
}
