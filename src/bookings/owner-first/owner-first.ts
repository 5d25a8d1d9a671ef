import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { readContact, type Contact, type Who } from './contact.ts';
import { hasFree, ownOffer, type OwnOffer } from './own-offer.ts';

export type { Contact, Who } from './contact.ts';
export type { OwnerBranch } from './own-offer.ts';

/** A link as one visitor may have it. */
export interface OfferForVisitor extends Omit<OwnOffer, 'owner'> {
  /** C2.2: only their owner may have them, and has no time within the horizon. */
  ownerFull: boolean;
  /** The owner who comes first, by name; only for who is proven (C4), else null. */
  ownerName: string | null;
}

/**
 * Whom a token names for this link; null without one, and for one that is expired, altered or another link's: such a
 * visitor is a stranger, and no page tells them so.
 */
export function contactFrom(
  platform: Platform,
  found: FoundLink,
  c: string | null | undefined,
): Promise<Contact | null> {
  return readContact(platform.db.read, platform, found, c);
}

/** The link as this visitor may have it (C1–C3). Without a contact nothing is read and it is the same for everybody. */
export async function offerFor(
  { db, clock }: Platform,
  found: FoundLink,
  contact: Contact | null,
  who?: Who,
): Promise<OfferForVisitor> {
  const { owner, ...offer } = await ownOffer(db.read, clock, found, contact, who);
  const ownerName = owner && contact?.proof === 'sent' ? owner.name : null;
  const isTheirsAlone = offer.branch === 'owner' || offer.ladder?.choice === 'owner';
  const ownerFull = isTheirsAlone && !(await hasFree(db.read, clock, offer.found));
  return {
    ...offer,
    ...(ownerFull && offer.branch === 'owner' && { branch: 'owner-full' }),
    ownerFull,
    ownerName,
  };
}
