import assert from 'node:assert/strict';
import { members, officeWeek, PASSWORD, termika } from '../demo/cast.ts';
import { ask, until, type Served } from './house.test-support.ts';

/** Termika in a served house, with a link that asks for everything a form can ask. */
export interface Settled {
  key: string;
  annaId: string;
  /** Makes a link; answers its path. */
  share(settings: Record<string, unknown>): Promise<string>;
  /** The visitor's own address from the newest mail of that kind to them. */
  mailed(address: string, kind: string): Promise<string>;
}

export async function settle(served: Served): Promise<Settled> {
  const owner = { name: members.anna.name, email: members.anna.email, password: PASSWORD };
  const token = new URL(served.setUpUrl).searchParams.get('token');
  const { status, body } = await ask(served, '', 'POST', '/api/setup', { token, workspace: termika, owner });
  assert.equal(status, 201, JSON.stringify(body));
  const key = body.apiKey as string;
  const annaId = (body.member as { id: string }).id;
  return {
    key,
    annaId,
    share: async (settings) => {
      const link = { ...usual, hostIds: [annaId], ...settings };
      const made = await ask(served, key, 'POST', '/api/links', link);
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return `/${termika.slug}/${made.body.slug as string}`;
    },
    mailed: (address, kind) => mailed(served, key, address, kind),
  };
}

const usual = {
  kind: 'personal',
  title: 'Oven consultation',
  timeZone: termika.timeZone,
  hours: { weekly: officeWeek },
  cutOffMinutes: 60,
};

/** A link whose form has a field of every kind. */
export const everyField = {
  description: 'Half an hour about your bakery, your oven and what it should do next.',
  durationsMinutes: [30, 60],
  location: { kind: 'video', value: 'https://meet.termika.example/anna' },
  guests: { allowed: true, max: 3 },
  questions: [
    { id: 'bread', label: 'What do you bake?', kind: 'choice', required: true, choices: ['Bread', 'Pizza'] },
    { id: 'size', label: 'Loaves a day', kind: 'choice', required: false, choices: '1234567'.split('') },
    { id: 'town', label: 'Your town', kind: 'text', required: false },
    { id: 'plan', label: 'Your plan', kind: 'long-text', required: false },
    { id: 'call', label: 'A number in case the picture freezes', kind: 'phone', required: false },
    { id: 'before', label: 'I have been to the workshop before', kind: 'checkbox', required: false },
  ],
  consents: [{ id: 'keep', text: 'Termika may keep these answers.', required: true }],
  footer: 'Termika, 12 rue des Fours, Lyon',
};

/** The address in the mail of that kind to that person. */
export async function mailed(served: Served, key: string, address: string, kind: string): Promise<string> {
  return until(`a mail ${kind} for ${address}`, async () => {
    const { body } = await ask(served, key, 'GET', `/api/mail?to=${encodeURIComponent(address)}`);
    const mail = (body.items as { kind: string; text: string }[]).find((one) => one.kind === kind);
    return mail && /https?:\/\/\S+\/bookings\/[\w-]{43}/.exec(mail.text)?.[0];
  });
}

/** '2026-12': journeys are made on any day of any month. */
export function monthsAhead(months: number): string {
  return Temporal.Now.plainDateISO().add({ months }).toString().slice(0, 7);
}
