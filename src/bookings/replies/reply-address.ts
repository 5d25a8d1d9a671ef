import type { Secrets } from '#platform/secrets.ts';
import { equal } from '#platform/secrets.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Booking } from '../booking.ts';

type Invited = Pick<Booking, 'workspaceId' | 'id'>;

/**
 * Where one invited person's calendar sends its answer: the mailbox with a mark of theirs behind a plus, so that
 * nobody who merely knows the UID answers for them. Lower case, because mail servers fold that part.
 */
export function replyAddress(secrets: Secrets, mailbox: string, booking: Invited, email: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${markOf(secrets, booking, email)}${mailbox.slice(at)}`;
}

/** Whether one of the addresses that an answer was sent to was given to this person, for this meeting. */
export function wasGivenTo(
  secrets: Secrets,
  booking: Invited,
  email: string,
  addresses: readonly string[],
): boolean {
  const mark = markOf(secrets, booking, email);
  return addresses.some((address) => equal(MARK.exec(address)?.[1]?.toLowerCase() ?? '', mark));
}

const MARK = /\+(r[0-9a-f]{24})@[^@]+$/i;

function markOf(secrets: Secrets, { workspaceId, id }: Invited, email: string): string {
  const signature = secrets.sign('reply', `${workspaceId}|${id}|${foldAddress(email)}`);
  return `r${Buffer.from(signature, 'base64url').toString('hex').slice(0, 24)}`;
}
