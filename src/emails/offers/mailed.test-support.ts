import assert from 'node:assert/strict';
import type { Person, Termika } from '../../../demo/open-termika.ts';

/** A letter as the mailer has it for one recipient. */
export interface MailedCopy {
  html: string;
  text: string;
}

export const block = (linkId: string, times: readonly string[] = []) =>
  `<div data-rondo-offer="${linkId}" data-rondo-times="${times.join(',')}"></div>`;

/** Writes a letter; `path` is that of a record, or '/api'. */
export function write(t: Termika, path: string, letter: Record<string, unknown>, as?: Person) {
  return t.call('POST', `${path}/emails`, { subject: 'Times', html: '<p>Dear you</p>', ...letter }, as);
}

/** The newest copy of a letter for an address. */
export async function mailedTo(t: Termika, address: string): Promise<MailedCopy> {
  const { body } = await t.call('GET', `/api/mail?to=${encodeURIComponent(address)}`);
  const found = body.items.find(
    ({ kind, to }: { kind: string; to: string }) => kind === 'email' && to === address,
  );
  assert.ok(found, `no letter for ${address}`);
  return (await t.call('GET', `/api/mail/${found.id}`)).body;
}

/** The addresses that a mail's HTML can be pressed for. */
export function pressed(html: string): URL[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => new URL(href.replaceAll('&#38;', '&')));
}

/** The addresses written out in a mail's text. */
export function writtenOut(text: string): URL[] {
  return [...text.matchAll(/^https?:\S+$/gm)].map(([address]) => new URL(address));
}
