import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { fold, foldAddress } from '#platform/fold.ts';
import { nameKey } from '#crm/companies/store.ts';
import { readPicklist } from '#crm/fields/store-picklists.ts';
import { mayEdit, maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import type { CustomField } from '#crm/timeline/custom/custom-field.ts';
import type { ImportKind } from './import.ts';
import type { Given, ReadRow } from './read-row.ts';
import { domainOf, findByAddress, findByDomain, findByName, type Found } from './store-known.ts';

export interface There {
  id: string;
  rights: 'edit' | 'see' | 'none';
}

/** What the rows of a batch may meet: read once for all of them, and added to as they become records. */
export interface Known {
  /** Records of the import's kind, by what makes two of them one. */
  records: Map<string, There>;
  companies: Map<string, There>;
  /** Companies that the rows name by id and the caller sees. */
  companyIds: ReadonlySet<string>;
  /** Of leads: what a status is called, folded, and its key. */
  statuses: ReadonlyMap<string, string>;
  /** The workspace's own fields, where the plan names some. */
  own: readonly CustomField[];
}

export async function readKnown(
  db: Reader,
  caller: Caller,
  kind: ImportKind,
  rows: readonly ReadRow[],
): Promise<Omit<Known, 'own'>> {
  const { workspaceId } = caller;
  const statuses = kind === 'lead' ? await readPicklist(db, workspaceId, 'leadStatus') : [];
  const named = rows.flatMap(({ company }) => (company === undefined ? [] : [company]));
  const ids = new Set(rows.flatMap(({ given }) => companyIdsOf(given)));
  const linked = await readLinked(
    db,
    workspaceId,
    [...ids].map((id) => ({ kind: 'company' as const, id })),
  );
  return {
    records: byKey(caller, await findRecords(db, workspaceId, kind, rows), kind !== 'company'),
    companies: byKey(caller, prefixed('name', await findByName(db, workspaceId, named)), false),
    companyIds: new Set(linked.filter((one) => !one.isTrashed && maySee(caller, one)).map(({ id }) => id)),
    statuses: new Map(
      statuses.flatMap(({ key, label }) => [
        [fold(label), key],
        [fold(key), key],
      ]),
    ),
  };
}

/** What makes two records of a kind one: an address; for companies the name, then the domain. */
export function keysOf(kind: ImportKind, { name, emails = [], website }: Given): string[] {
  if (kind !== 'company') return emails.map(({ address }) => `mail ${foldAddress(address)}`);
  const domain = domainOf(website);
  return [`name ${nameKey(name)}`, ...(domain === undefined ? [] : [`site ${domain}`])];
}

export function companyIdsOf({ companyId, companyIds = [] }: Given): string[] {
  return companyId ? [companyId] : companyIds;
}

async function findRecords(db: Reader, workspaceId: string, kind: ImportKind, rows: readonly ReadRow[]) {
  const keys = new Set(rows.flatMap(({ given }) => keysOf(kind, given)));
  const of = (what: string) => [...keys].filter((key) => key.startsWith(what)).map((key) => key.slice(5));
  if (kind !== 'company') return prefixed('mail', await findByAddress(db, workspaceId, kind, of('mail ')));
  const named = prefixed('name', await findByName(db, workspaceId, of('name ')));
  return [...named, ...prefixed('site', await findByDomain(db, workspaceId, of('site ')))];
}

function prefixed(what: string, found: Found[]): Found[] {
  return found.map((one) => ({ ...one, key: `${what} ${one.key}` }));
}

/** One that may be edited goes before one that may only be seen; one that may not be seen is none (P9), if asked. */
function byKey(caller: Caller, found: readonly Found[], dropsUnseen: boolean): Map<string, There> {
  const map = new Map<string, There>();
  for (const { key, id, ownerId } of found) {
    const rights = mayEdit(caller, { ownerId }) ? 'edit' : maySee(caller, { ownerId }) ? 'see' : 'none';
    if (rights === 'none' && (dropsUnseen || map.has(key))) continue;
    if (rights !== 'edit' && map.get(key)?.rights === 'edit') continue;
    map.set(key, { id, rights });
  }
  return map;
}
