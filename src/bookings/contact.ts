import type { RecordRef } from './booking.ts';

/**
 * How we know who asks (C4). `sent`: a colleague mailed this link to them, so they hold the mailbox too. `typed`:
 * they typed an address, which proves nothing; links with `identify: email` take their word for whose times to show.
 */
export type Proof = 'sent' | 'typed';

/** Whom a contact token names. Nobody of this is for the visitor's eyes but their own name and address. */
export interface Contact {
  /** The record the link was sent from. */
  record: RecordRef | null;
  /** `email` is the address the link was sent to, or that was typed. */
  person: (RecordRef & { name: string; email: string }) | null;
  /** The person's owner, else their company's. */
  ownerId: string | null;
  email: string;
  proof: Proof;
}

/** C3: what a visitor may choose under `ladder`: to wait for their usual contact, or to take the first free. */
export type Who = 'owner' | 'first';
