import type { Platform } from '#platform/platform.ts';
import type { Member } from './member.ts';
import { readMember } from './store.ts';
import { readFeedOf } from './store-feeds.ts';
import { readToken } from './store-tokens.ts';

/** Everything of their own, or only when they are busy. */
export type FeedDetail = 'full' | 'busy';

/** K5: the member's own calendar address. Whoever knows it can read it; it changes when the member says so. */
export function feedAddress({ config, secrets }: Platform, sealedToken: string): string {
  return `${config.publicUrl}/calendars/feeds/${secrets.open(sealedToken)}.ics`;
}

/** Whose calendar a feed address shows, and how much; undefined for unknown tokens and inactive members. */
export async function memberOfFeed(
  platform: Platform,
  token: string,
): Promise<{ member: Member; detail: FeedDetail } | undefined> {
  const { read } = platform.db;
  const found = await readToken(read, 'feed', token);
  if (!found) return undefined;
  const member = await readMember(read, found.workspace_id, found.subject_id);
  const feed = await readFeedOf(read, found.workspace_id, found.subject_id);
  return member?.active && feed ? { member, detail: feed.detail } : undefined;
}
