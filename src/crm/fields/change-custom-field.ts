import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import type { CustomChoice, CustomField, CustomType } from '#crm/timeline/custom/custom-field.ts';
import { checkFits, choicesFrom } from './check-custom-field.ts';
import { fieldKeyOf } from './key-of-label.ts';
import {
  countHolders,
  insertCustomField,
  kindOfField,
  lockCustomFields,
  trashCustomField,
  updateCustomField,
  type KeptField,
} from './store-custom-fields.ts';

interface GivenChoice {
  key?: string;
  label: string;
}

interface NewField {
  kind: RecordKind;
  label: string;
  type: CustomType;
  choices?: GivenChoice[];
}

/** A field that all records of a kind have from now on, behind the others. */
export async function addCustomField(
  { db }: Platform,
  { workspaceId }: Caller,
  { kind, label, type, choices = [] }: NewField,
): Promise<CustomField> {
  return db.transact(async (tx) => {
    const kept = await lockCustomFields(tx, workspaceId, kind);
    const live = liveOf(kept);
    checkFits(live, { label });
    const key = fieldKeyOf(label, new Set(kept.map((one) => one.field.key)));
    const own = choicesFrom(type, choices);
    const position = (live.at(-1)?.position ?? -1) + 1;
    const field = { id: newId(), kind, key, label, type, choices: own, position, version: 1 };
    await insertCustomField(tx, workspaceId, field);
    return field;
  });
}

/**
 * Another label, other choices. Their type stays for good, since records hold values of it. A choice that live records
 * hold is not taken away: 409 with how many do.
 */
export async function changeCustomField(
  { db }: Platform,
  { workspaceId }: Caller,
  id: string,
  given: { label?: string; choices?: GivenChoice[] },
  version?: number,
): Promise<CustomField | { changedMeanwhile: CustomField }> {
  return db.transact(async (tx) => {
    const { field, live } = await lockLive(tx, workspaceId, id);
    if (version !== undefined && version !== field.version) return { changedMeanwhile: field };
    const label = given.label ?? field.label;
    checkFits(live, { id, label });
    const choices = given.choices ? choicesFrom(field.type, given.choices, field.choices) : field.choices;
    await refuseHeld(tx, workspaceId, field, choices);
    if (label === field.label && JSON.stringify(choices) === JSON.stringify(field.choices)) return field;
    const changed = { ...field, label, choices, version: field.version + 1 };
    await updateCustomField(tx, workspaceId, changed);
    return changed;
  });
}

async function refuseHeld(tx: Tx, workspaceId: string, field: CustomField, choices: readonly CustomChoice[]) {
  const gone = field.choices.filter((choice) => !choices.some(({ key }) => key === choice.key));
  if (gone.length === 0) return;
  const keys = gone.map(({ key }) => key);
  const used = await countHolders(tx, workspaceId, field, keys);
  if (used === 0) return;
  const message = `Live records that still hold what would go: ${used}. Give them another choice first.`;
  throw new Problem(409, 'conflict', message, { used, errors: [{ path: 'choices', message }] });
}

/** The order in which records show them: each live field of the kind once. */
export async function orderCustomFields(
  { db }: Platform,
  { workspaceId }: Caller,
  { kind, ids }: { kind: RecordKind; ids: readonly string[] },
): Promise<CustomField[]> {
  return db.transact(async (tx) => {
    const live = liveOf(await lockCustomFields(tx, workspaceId, kind));
    const wanted = ids.flatMap((id) => live.find((field) => field.id === id) ?? []);
    if (ids.length !== live.length || new Set(wanted).size !== live.length) {
      throw invalid({ path: 'ids', message: 'Name every field of these records once, and no other.' });
    }
    const ordered = wanted.map((field, position) => ({ ...field, position }));
    for (const field of ordered) await updateCustomField(tx, workspaceId, field);
    return ordered;
  });
}

/** Into the trash: nobody is shown it any more, and the values stay on their records. */
export async function trashField(
  { db, clock }: Platform,
  { workspaceId }: Caller,
  id: string,
): Promise<void> {
  await db.transact(async (tx) => {
    const { field } = await lockLive(tx, workspaceId, id);
    await trashCustomField(tx, workspaceId, { ...field, version: field.version + 1 }, isoNow(clock));
  });
}

/** Out of the trash, where it stood, with the values it had. What was not there stays as it is. */
export async function restoreField(
  { db }: Platform,
  { workspaceId }: Caller,
  id: string,
): Promise<CustomField> {
  return db.transact(async (tx) => {
    const { kept, field, isTrashed } = await lockOne(tx, workspaceId, id);
    if (!isTrashed) return field;
    checkFits(liveOf(kept), field);
    const restored = { ...field, version: field.version + 1 };
    await trashCustomField(tx, workspaceId, restored, null);
    return restored;
  });
}

async function lockLive(tx: Tx, workspaceId: string, id: string) {
  const { kept, field, isTrashed } = await lockOne(tx, workspaceId, id);
  if (isTrashed) throw notFound();
  return { field, live: liveOf(kept) };
}

async function lockOne(tx: Tx, workspaceId: string, id: string): Promise<KeptField & { kept: KeptField[] }> {
  const kind = await kindOfField(tx, workspaceId, id);
  if (!kind) throw notFound();
  const kept = await lockCustomFields(tx, workspaceId, kind);
  return { ...kept.find(({ field }) => field.id === id)!, kept };
}

function liveOf(kept: readonly KeptField[]): CustomField[] {
  return kept.filter(({ isTrashed }) => !isTrashed).map(({ field }) => field);
}
