import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact, Who } from './contact.ts';

/** Which way the owner rule went (C1–C5); kept with the assignment (D5). */
export type OwnerBranch =
  | 'off'
  | 'owner'
  | 'owner-full'
  | 'owner-cannot'
  | 'not-owned'
  | 'unknown'
  | 'ladder-owner'
  | 'ladder-team'
  | 'ladder-everyone'
  | 'unproven-owner'
  | 'unproven';

/** A link as one visitor may have it. */
export interface OwnOffer {
  /** Narrowed to those who may hold this visitor's meeting: ask `offeredStarts` of it. */
  found: FoundLink;
  branch: OwnerBranch;
  /** C2.2: only their owner may have them, and has no time within the horizon. */
  ownerFull: boolean;
  /** C3: whose times these are. `choice` null = the visitor has not chosen, the ladder did. */
  ladder?: { rung: 'owner' | 'team' | 'everyone'; choice: Who | null };
}

/**
 * Whom a token names for this link; null without one, and for one that is expired, altered or another link's: such a
 * visitor is a stranger, and no page tells them so.
 */
export async function contactFrom(
  _platform: Platform,
  _found: FoundLink,
  c: string | null | undefined,
): Promise<Contact | null> {
  return c ? null : null;
}

/** The link as this visitor may have it (C1–C3). Without a contact it costs nothing and is the same for everybody. */
export async function offerFor(
  _platform: Platform,
  found: FoundLink,
  _contact: Contact | null,
  _who?: Who,
): Promise<OwnOffer> {
  return { found, branch: 'off', ownerFull: false };
}
