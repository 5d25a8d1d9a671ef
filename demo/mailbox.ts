import type { House, Meeting } from './live.ts';
import type { Answer } from './open-termika.ts';

const ADDRESS = /\/bookings\/([\w-]{43})/;

/** Confirms as the visitor does: with the address in the newest mail to them. */
export async function confirm({ termika }: Pick<House, 'termika'>, email: string): Promise<void> {
  const token = await newestToken({ termika }, email);
  const { status, body } = await termika.call('POST', `/api/public/bookings/${token}/verification`);
  if (status !== 200) throw new Error(`confirming for ${email}: ${JSON.stringify(body)}`);
}

/** Does something with the manage link of a meeting: GET without a body, else POST. Null when there is none. */
export async function manage(
  { termika }: House,
  { email }: Meeting,
  what: string,
  body?: unknown,
): Promise<Answer | null> {
  const token = await newestToken({ termika }, email);
  if (!token) return null;
  return termika.call(body ? 'POST' : 'GET', `/api/public/bookings/${token}/${what}`, body);
}

/** The visitor's own address of the meeting that their newest mail is about. */
export async function newestToken(
  { termika }: Pick<House, 'termika'>,
  email: string,
): Promise<string | undefined> {
  const { body } = await termika.call('GET', `/api/mail?limit=10&to=${encodeURIComponent(email)}`);
  const texts: string[] = body.items.map((mail: { text: string }) => mail.text);
  return texts.map((text) => ADDRESS.exec(text)?.[1]).find((token) => token !== undefined);
}
