import { sql, type RawBuilder } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Asked } from '#crm/timeline/list-conditions.ts';
import { narrowings } from '#crm/timeline/store-page.ts';
import './tables.ts';

/** Whose deals stand on the board. */
export interface BoardFilter {
  q?: string;
  ownerId?: string;
  /** Only this member's and nobody's (P9). */
  limitedTo?: string;
  /** Open deals that close before this date (not on it); those without a date are out. */
  closesBefore?: string;
  conditions?: readonly Asked[];
  /** Stage → how many of its cards are read, where it is not as many as of the others. */
  cards?: Readonly<Record<string, number>>;
}

export interface StageSum {
  stage: string;
  currency: string;
  count: number;
  /** Minor units. */
  sum: number;
}

/** How many deals stand at each stage and what they come to, by currency. */
export async function readStageSums(
  db: Reader,
  workspaceId: string,
  filter: BoardFilter,
): Promise<StageSum[]> {
  const { rows } = await sql<StageSum>`select stage, coalesce(currency, '') as currency, count(*) as count,
    coalesce(sum(amount), 0) as sum from deals where ${within(workspaceId, filter)}
    group by stage, currency order by stage, currency`.execute(db);
  return rows;
}

export interface BoardCard {
  id: string;
  title: string;
  stage: string;
  amount: number | null;
  currency: string | null;
  expectedClose: string | null;
  closedAt: string | null;
  lostReason: string | null;
  ownerId: string | null;
  ownerName: string | null;
  companyId: string | null;
  /** Null also where the reader may not see the company. */
  companyName: string | null;
  version: number;
}

/** The first cards of every stage: what closes soonest on top, in one statement. */
export async function readCards(
  db: Reader,
  workspaceId: string,
  filter: BoardFilter,
  perStage: number,
): Promise<BoardCard[]> {
  const { rows } = await sql<BoardCard>`
    with ranked as (select deals.*, row_number() over (partition by stage
      order by case when closed_at is null then 0 else 1 end, closed_at desc,
        coalesce(expected_close, '9999'), created_at desc, deal_id desc) as place
      from deals where ${within(workspaceId, filter)})
    select d.deal_id as "id", d.name as "title", d.stage as "stage", d.amount as "amount", d.currency as "currency",
      d.expected_close as "expectedClose", d.closed_at as "closedAt", d.lost_reason as "lostReason", d.owner_id as "ownerId", m.name as "ownerName",
      c.company_id as "companyId", c.name as "companyName", d.version as "version"
    from ranked d
    left join members m on m.workspace_id = d.workspace_id and m.member_id = d.owner_id
    left join record_links l on l.workspace_id = d.workspace_id and l.from_kind = 'deal' and l.from_id = d.deal_id
      and l.to_kind = 'company'
    left join companies c on c.workspace_id = l.workspace_id and c.company_id = l.to_id and c.deleted_at is null
      and ${visible('c.owner_id', filter)}
    where d.place <= ${placesOf(filter, perStage)} order by d.stage, d.place`.execute(db);
  return rows;
}

/** How many cards of its stage come with a deal. */
function placesOf({ cards = {} }: BoardFilter, perStage: number): RawBuilder<number> {
  const some = Object.entries(cards).map(([stage, count]) => sql`when ${stage} then ${sql.lit(count)}`);
  if (some.length === 0) return sql<number>`${sql.lit(perStage)}`;
  return sql<number>`case d.stage ${sql.join(some, sql` `)} else ${sql.lit(perStage)} end`;
}

function within(workspaceId: string, filter: BoardFilter): RawBuilder<boolean> {
  const { q, ownerId, closesBefore, conditions = [] } = filter;
  const parts = [
    sql`deals.workspace_id = ${workspaceId}`,
    sql`deals.deleted_at is null`,
    visible('deals.owner_id', filter),
    ...(q === undefined ? [] : [containsFolded('name_folded', q)]),
    ...(ownerId === undefined ? [] : [sql`deals.owner_id = ${ownerId}`]),
    ...(closesBefore === undefined ? [] : [sql`deals.expected_close < ${closesBefore}`]),
    ...narrowings('deal', workspaceId, { conditions }),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function visible(column: string, { limitedTo }: BoardFilter): RawBuilder<boolean> {
  if (limitedTo === undefined) return sql<boolean>`1 = 1`;
  return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} = ${limitedTo})`;
}
