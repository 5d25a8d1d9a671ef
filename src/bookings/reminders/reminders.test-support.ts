import type { Answer, SharedLink, Termika } from '../../../demo/open-termika.ts';
import { visitors } from '../../../demo/cast.ts';
import { itemsOf, letTimeTell } from '#bookings/happenings.test-support.ts';

export interface Sent {
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  state: string;
}

/** What reminders and follow-ups have been written since the last look; the clock may be moved to a moment before. */
export function watchReminders(t: Termika): (at?: string) => Promise<Sent[]> {
  const seen = new Set<string>();
  return async (at) => {
    if (at) t.clock.set(at);
    await letTimeTell(t);
    const mails = (await itemsOf(t, '/api/mail')).filter(({ kind }) => /reminder|follow-up/.test(kind));
    const fresh = mails.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh.toReversed();
  };
}

export const names = (sent: readonly Sent[]): string[] =>
  sent.map(({ kind, to }) => `${kind} to ${to.split('@')[0]}`).toSorted();

/** Booked by Chloé. */
export async function bookedAt(
  t: Termika,
  link: SharedLink,
  start: string,
  more = {},
): Promise<Answer['body']> {
  const { status, body } = await t.book(link, start, visitors.chloe, more);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
