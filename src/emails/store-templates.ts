import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import './tables.ts';

export type TemplateRow = Row<'email_templates'>;
export type TemplateFields = Pick<TemplateRow, 'name' | 'subject' | 'html' | 'shared'>;

/** A workspace as one of its members sees it. */
export interface Seeing {
  workspaceId: string;
  memberId: string;
}

/** What is shared and what is one's own, by name; a workspace has few. */
export async function listTemplates(db: Reader, seeing: Seeing, limit: number): Promise<TemplateRow[]> {
  return seen(db, seeing).orderBy('name').orderBy('template_id').limit(limit).execute();
}

export async function readTemplate(db: Reader, seeing: Seeing, id: string): Promise<TemplateRow | undefined> {
  return seen(db, seeing).where('template_id', '=', id).executeTakeFirst();
}

function seen(db: Reader, { workspaceId, memberId }: Seeing) {
  return db
    .selectFrom('email_templates')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('shared', '=', 1), eb('member_id', '=', memberId)]));
}

/** What others keep for themselves takes nobody's room. */
export async function countTemplates(db: Reader, seeing: Seeing): Promise<number> {
  const row = await seen(db, seeing)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertTemplate(tx: Tx, row: NewRow<'email_templates'>): Promise<void> {
  await tx.insertInto('email_templates').values(row).execute();
}

/** False when somebody changed it since that version. */
export async function changeTemplate(
  tx: Tx,
  { workspace_id, template_id, version }: TemplateRow,
  change: Partial<TemplateFields>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('email_templates')
    .set({ ...change, version: version + 1 })
    .where('workspace_id', '=', workspace_id)
    .where('template_id', '=', template_id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeTemplate(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('email_templates')
    .where('workspace_id', '=', workspaceId)
    .where('template_id', '=', id)
    .execute();
}

export async function readSignature(db: Reader, workspaceId: string, memberId: string): Promise<string> {
  const row = await db
    .selectFrom('email_signatures')
    .select('html')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.html ?? '';
}

export async function writeSignature(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  html: string,
): Promise<void> {
  await tx
    .insertInto('email_signatures')
    .values({ workspace_id: workspaceId, member_id: memberId, html })
    .onConflict((oc) => oc.columns(['workspace_id', 'member_id']).doUpdateSet({ html }))
    .execute();
}
