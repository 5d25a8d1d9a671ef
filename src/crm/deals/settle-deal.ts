import type { Tx } from '#platform/db/database.ts';
import { invalid } from '#platform/refusal.ts';
import { knownChoice } from '#crm/fields/check-choice.ts';
import { readPicklist } from '#crm/fields/store-picklists.ts';
import type { Settling } from '#crm/timeline/record.ts';
import { currencyOf } from './currency.ts';
import type { DealFields } from './deal.ts';
import { readCountry } from './store-country.ts';

/**
 * What goes with a deal's stage (P5): only a stage of the workspace; lost asks for the reason; won and lost say when it
 * closed; open again takes both back (the reason stays in its history).
 */
export async function settleDeal(
  tx: Tx,
  { workspaceId, at, before }: Settling<DealFields>,
  fields: Partial<DealFields>,
): Promise<Partial<DealFields>> {
  const currency = before ? {} : { currency: fields.currency ?? (await usualCurrency(tx, workspaceId)) };
  if (before && !touchesStage(before, fields)) return currency;
  const key = fields.stage || before?.stage || (await firstStage(tx, workspaceId));
  const { outcome } = await knownChoice(tx, workspaceId, { list: 'dealStage', path: 'stage', key });
  const isSame = before?.stage === key;
  const lostReason = reasonOf(outcome, fields.lostReason, isSame ? before.lostReason : null);
  if (outcome === null) return { ...currency, stage: key, lostReason, closedAt: null };
  return { ...currency, stage: key, lostReason, closedAt: (isSame ? before.closedAt : null) ?? at };
}

function touchesStage(before: DealFields, { stage, lostReason }: Partial<DealFields>): boolean {
  const moves = stage !== undefined && stage !== before.stage;
  return moves || (lostReason !== undefined && lostReason !== before.lostReason);
}

/** `stood` is the reason it was lost for already. */
function reasonOf(
  outcome: 'won' | 'lost' | null,
  given: string | null | undefined,
  stood: string | null,
): string | null {
  const path = 'lostReason';
  if (outcome === 'lost') {
    const reason = given === undefined ? stood : given;
    if (!reason) throw invalid({ path, message: 'Say why it was lost: one line is enough.' });
    return reason;
  }
  if (given) throw invalid({ path, message: 'Only a lost deal has a reason. Leave it out.' });
  return null;
}

async function firstStage(tx: Tx, workspaceId: string): Promise<string> {
  const stages = await readPicklist(tx, workspaceId, 'dealStage');
  return stages.find(({ outcome }) => outcome === null)!.key;
}

async function usualCurrency(tx: Tx, workspaceId: string): Promise<string> {
  return currencyOf(await readCountry(tx, workspaceId));
}
