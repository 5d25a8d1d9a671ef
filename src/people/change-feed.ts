import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { isAdmin, type Caller } from '#platform/http/caller.ts';
import { changedMeanwhile } from '#platform/http/etag.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import { newToken } from '#platform/secrets.ts';
import { feedAddress, type FeedDetail } from './feed.ts';
import { lockMember } from './store.ts';
import { readFeedOf, updateFeed, type FeedRow } from './store-feeds.ts';
import { dropTokens, insertToken } from './store-tokens.ts';

/** A member's private calendar address (K5), for themselves and for admins. */
export interface Feed {
  url: string;
  detail: FeedDetail;
  version: number;
}

export async function presentFeed(platform: Platform, caller: Caller, memberId: string): Promise<Feed> {
  const feed = await readFeedOf(platform.db.read, caller.workspaceId, memberId);
  if (!feed) throw notFound();
  refuseOthers(caller, memberId);
  return present(platform, feed);
}

/** Says how much the address shows; whoever subscribed sees it when their program looks next. */
export async function changeFeed(
  platform: Platform,
  caller: Caller,
  memberId: string,
  detail: FeedDetail,
  version: number | undefined,
): Promise<Feed> {
  return platform.db.transact(async (tx) => {
    const feed = await lockFeed(tx, caller, memberId);
    if (version !== undefined && version !== feed.version) throw changedMeanwhile(present(platform, feed));
    const next = feed.detail === detail ? feed : { ...feed, detail, version: feed.version + 1 };
    await updateFeed(tx, caller.workspaceId, memberId, next);
    return present(platform, next);
  });
}

/** Gives a new address. The one before opens nothing from this moment, whoever knew it. */
export async function rotateFeed(platform: Platform, caller: Caller, memberId: string): Promise<Feed> {
  const { workspaceId } = caller;
  const token = newToken();
  return platform.db.transact(async (tx) => {
    const feed = await lockFeed(tx, caller, memberId);
    const sealedToken = platform.secrets.seal(token);
    const next = { ...feed, sealedToken, version: feed.version + 1 };
    await dropTokens(tx, workspaceId, ['feed'], memberId);
    const now = isoNow(platform.clock);
    await insertToken(tx, { token, workspaceId, kind: 'feed', memberId, now, expiresAt: null });
    await updateFeed(tx, workspaceId, memberId, next);
    return present(platform, next);
  });
}

async function lockFeed(tx: Tx, caller: Caller, memberId: string): Promise<FeedRow> {
  const member = await lockMember(tx, caller.workspaceId, memberId);
  if (!member) throw notFound();
  refuseOthers(caller, memberId);
  return (await readFeedOf(tx, caller.workspaceId, memberId))!;
}

function refuseOthers(caller: Caller, memberId: string): void {
  if (caller.memberId === memberId || isAdmin(caller)) return;
  throw notAllowed('Only this member, an owner or an admin sees this address. Ask one of them.');
}

function present(platform: Platform, { sealedToken, detail, version }: FeedRow): Feed {
  return { url: feedAddress(platform, sealedToken), detail, version };
}
