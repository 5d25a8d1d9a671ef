import type { Platform } from '#platform/platform.ts';
import type { Member } from './member.ts';
import { readMember } from './store.ts';
import { readToken } from './store-tokens.ts';

/** K5: the member's own calendar address. Whoever knows it can read it; it never changes by itself. */
export function feedAddress({ config, secrets }: Platform, sealedToken: string): string {
  return `${config.publicUrl}/calendars/feeds/${secrets.open(sealedToken)}.ics`;
}

/** Whose calendar a feed address shows; undefined for unknown tokens and inactive members. */
export async function memberOfFeed(platform: Platform, token: string): Promise<Member | undefined> {
  const { read } = platform.db;
  const found = await readToken(read, 'feed', token);
  const member = found && (await readMember(read, found.workspace_id, found.subject_id));
  return member?.active ? member : undefined;
}
