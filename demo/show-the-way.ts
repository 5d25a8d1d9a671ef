import type { Config } from '../src/platform/config.ts';
import { members, PASSWORD, termika } from './cast.ts';
import type { Furnished } from './furnish.ts';

/** Prints the addresses to try. */
export function showTheWay({ publicUrl }: Config, { apiKey, manageToken, holdToken }: Furnished): void {
  const page = (slug: string): string => `${publicUrl}/${termika.slug}/${slug}`;
  process.stdout.write(`
Termika builds industrial ovens, and this house is theirs until you press Ctrl-C.

Pages for visitors
  ${publicUrl}/book_appointment   whoever sells and has fewest that day; strangers confirm
  ${page('talk-with-anna')}   one host; two lengths, questions, guests, consent, footer
  ${page('design-review')}   both engineers at once
  ${page('kick-off')}   one who sells and one who engineers
  ${page('service')}   kept in Kolkata, some evenings past midnight
  ${page('visite')}   in French; everybody confirms
  ${page('open-evening')}   three evenings that were picked one by one
  ${page('summer-sale')}   switched off
A visitor's own pages
  ${publicUrl}/bookings/${manageToken}   a meeting to move or cancel
  ${publicUrl}/bookings/${holdToken}   a time that waits for its visitor to confirm

Sign in as Anna
  ${publicUrl}/sign-in   ${members.anna.email}   ${PASSWORD}
As a program
  curl -H 'Authorization: Bearer ${apiKey}' '${publicUrl}/api/bookings?limit=3'
  ${publicUrl}/api/mail   every mail, with the same key or signed in: nothing is sent
  ${publicUrl}/api/openapi.json   the whole interface
`);
}
