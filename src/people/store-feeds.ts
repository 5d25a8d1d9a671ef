import type { Reader, Tx } from '#platform/db/database.ts';
import type { FeedDetail } from './feed.ts';
import './tables.ts';

export interface FeedRow {
  sealedToken: string;
  detail: FeedDetail;
  version: number;
}

export async function readFeedOf(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<FeedRow | undefined> {
  return db
    .selectFrom('members')
    .select(['feed_token_sealed as sealedToken', 'feed_detail as detail', 'feed_version as version'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

export async function updateFeed(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { sealedToken, detail, version }: FeedRow,
): Promise<void> {
  await tx
    .updateTable('members')
    .set({ feed_token_sealed: sealedToken, feed_detail: detail, feed_version: version })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}
