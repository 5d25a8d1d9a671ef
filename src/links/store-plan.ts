import type { Reader } from '#platform/db/database.ts';
import './tables.ts';
import '#people/tables.ts';

export interface MemberUsage {
  memberId: string;
  name: string;
  active: boolean;
  generalLinks: number;
  /** Active links of every kind. */
  openLinks: number;
}

/** Members with how many of their links a plan counts (L8), most first; who left only while they still own some. One statement. */
export async function readPlanUsage(
  db: Reader,
  workspaceId: string,
  memberId?: string,
): Promise<MemberUsage[]> {
  const rows = await db
    .selectFrom('members as m')
    .leftJoin('links as l', (join) =>
      join
        .onRef('l.workspace_id', '=', 'm.workspace_id')
        .onRef('l.owner_id', '=', 'm.member_id')
        .on('l.active', '=', 1)
        .on('l.deleted_at', 'is', null),
    )
    .select(['m.member_id', 'm.name', 'm.name_folded', 'm.active'])
    .select((eb) => eb.fn.count<number>('l.link_id').as('open'))
    .select((eb) =>
      eb.fn.sum<number>(eb.case().when('l.kind', '!=', 'specific-times').then(1).else(0).end()).as('general'),
    )
    .where('m.workspace_id', '=', workspaceId)
    .$if(memberId !== undefined, (query) => query.where('m.member_id', '=', memberId!))
    .groupBy(['m.member_id', 'm.name', 'm.name_folded', 'm.active'])
    .having((eb) => eb.or([eb('m.active', '=', 1), eb(eb.fn.count('l.link_id'), '>', 0)]))
    .orderBy('general', 'desc')
    .orderBy('m.name_folded')
    .orderBy('m.member_id')
    .execute();
  return rows.map(({ member_id, name, active, open, general }) => ({
    memberId: member_id,
    name,
    active: active === 1,
    generalLinks: general,
    openLinks: open,
  }));
}
