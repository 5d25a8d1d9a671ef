import type { Decision } from '#engine/decide.ts';
import { matchOwned } from '#crm/matching/store-owners.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import { isoNow } from '#platform/clock.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from '#bookings/booking.ts';
import { readContact, type Contact } from './contact.ts';
import { isFor } from './contact-token.ts';
import { ownOffer, type OwnerBranch } from './own-offer.ts';
import type { Party } from '#bookings/party.ts';
import type { Placed, Wish } from '#bookings/place.ts';
import { sharedVersions } from '#bookings/store-locks.ts';
import type { Visit } from '#bookings/visit.ts';

/** How a booking is to be placed for this visitor, decided anew in its own transaction (C6). */
export interface OwnWay {
  /** The link as they may have it. */
  found: FoundLink;
  /** The owner, who has the meeting if they are free for it (C3, C5). */
  prefer?: Wish['prefer'];
  /** Whom the token named; null for a stranger, and for a typed address that is not the one on the form. */
  contact: Contact | null;
  /** The link was mailed to this very address (C4): nothing needs confirming. */
  isProven: boolean;
  branch: OwnerBranch;
  ownerId: string | null;
}

export async function ownWay(tx: Tx, platform: Platform, found: FoundLink, visit: Visit): Promise<OwnWay> {
  const contact = await contactOf(tx, platform, found, visit);
  const isProven = contact?.proof === 'sent' && isFor(contact, visit.visitor.email);
  if (found.link.settings.ownerFirst === 'off') {
    return { found, contact, isProven, branch: 'off', ownerId: null };
  }
  if (!contact) return unprovenWay(tx, found, visit);
  await hold(tx, found, contact.ownerId);
  const { ladder, branch, ...own } = await ownOffer(tx, platform.clock, found, contact, visit.who);
  const { ownerId } = contact;
  const prefer = ladder && ownerId !== null ? { prefer: new Set([ownerId]) } : {};
  return { found: own.found, contact, isProven, branch, ownerId, ...prefer };
}

/** Outside an act: the link as this visitor may have it. */
export async function foundFor(
  db: Reader,
  platform: Platform,
  found: FoundLink,
  visit: Visit,
): Promise<FoundLink> {
  const contact = await contactOf(db, platform, found, visit);
  return contact ? (await ownOffer(db, platform.clock, found, contact, visit.who)).found : found;
}

/** A proven visitor is who the link was mailed to, whoever else has that address. */
export function asInvited({ contact, isProven }: OwnWay, known: Party): Party {
  if (!isProven || !contact?.person || known.internal) return known;
  const { kind, id, name } = contact.person;
  return { ...known, person: { kind, id, name, ownerId: contact.ownerId } };
}

/** L4: a proven visitor's meeting belongs to the record that their link was sent from, while that is there. */
export async function inviteOf(
  tx: Tx,
  { clock }: Platform,
  { found, contact, isProven }: OwnWay,
): Promise<Pick<Booking, 'invited' | 'record'>> {
  const record = isProven ? contact!.record : null;
  const ref = record && { kind: record.kind as RecordKind, id: record.id };
  const isThere = ref !== null && (await touchRecord(tx, found.link.workspaceId, ref, isoNow(clock)));
  return { invited: isProven, record: isThere ? ref : null };
}

/** What is kept with the assignment of the owner rule (D5); nothing where the link has none. */
export function ruledBy({ branch, ownerId }: OwnWay, { decision }: Placed): Decision {
  if (branch === 'off') return decision;
  if (ownerId === null) return { ...decision, ownerBranch: branch };
  const theirs = decision.chosen.includes(ownerId) ? HAD_BY_OWNER[branch] : undefined;
  return { ...decision, ownerBranch: theirs ?? branch, ownerId };
}

/** They were not the only ones, and have it all the same. */
const HAD_BY_OWNER: { [branch in OwnerBranch]?: OwnerBranch } = {
  unproven: 'unproven-owner',
  'ladder-team': 'ladder-owner',
  'ladder-everyone': 'ladder-owner',
};

/**
 * C5: nobody sees whose address was typed. The same statements are asked for everybody, and the owner is preferred
 * among all hosts of the link, who are on offer for everybody.
 */
async function unprovenWay(tx: Tx, found: FoundLink, { visitor }: Visit): Promise<OwnWay> {
  const person = await matchOwned(tx, found.link.workspaceId, visitor.email);
  const ownerId = person?.ownerId ?? null;
  const prefer = new Set(ownerId === null ? [] : [ownerId]);
  return { found, prefer, contact: null, isProven: false, branch: 'unproven', ownerId };
}

/** A typed address counts for whoever typed it, not for another one on the form. */
async function contactOf(
  db: Reader,
  platform: Platform,
  found: FoundLink,
  visit: Visit,
): Promise<Contact | null> {
  const contact = await readContact(db, platform, found, visit.c);
  return contact?.proof === 'typed' && !isFor(contact, visit.visitor.email) ? null : contact;
}

/** Nobody deactivates the owner, or takes their seat, between this decision and the commit (C6). */
async function hold(tx: Tx, { link: { workspaceId } }: FoundLink, ownerId: string | null): Promise<void> {
  if (ownerId !== null && isPostgres(tx)) await sharedVersions(tx, workspaceId, [ownerId]);
}
