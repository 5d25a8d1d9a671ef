import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { keysOf, traitsOf, type Recognisable, type SharedTrait } from '#crm/timeline/record-keys.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { companiesCalled, findByKeys, type Recognised, type RecognisedKind } from './store-similar.ts';

export interface Similar {
  kind: RecognisedKind;
  id: string;
  name: string;
  /** An address or a site. */
  subtitle: string | null;
  /** What they have in common with what was typed; nothing where the name only begins so. */
  shares: SharedTrait[];
}

const MOST = 5;
/** Somebody of a name has several keys. */
const EACH = 6;

/**
 * What may be there already, while it is typed: live records that the caller may see (P9), those with most in common
 * first. A person may stand among contacts and among leads. At most two statements.
 */
export async function similarRecords(
  db: Reader,
  caller: Caller,
  kind: RecognisedKind,
  typed: Recognisable,
): Promise<Similar[]> {
  const kinds: RecognisedKind[] = kind === 'company' ? ['company'] : ['contact', 'lead'];
  const asked = { workspaceId: caller.workspaceId, limitedTo: limitedTo(caller), limit: MOST * EACH };
  const keys = keysOf(kind, typed);
  const found = keys.length === 0 ? [] : await findByKeys(db, { ...asked, kinds, keys });
  const known = folded(found);
  if (kind !== 'company' || known.length >= MOST) return known.slice(0, MOST);
  const called = await companiesCalled(db, asked, typed.name);
  const others = called.filter(({ id }) => known.every((one) => one.id !== id));
  return [...known, ...others.map((one) => ({ ...one, shares: [] }))].slice(0, MOST);
}

function folded(rows: readonly Recognised[]): Similar[] {
  const records = [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
    const { kind, id, name, subtitle } = own[0]!;
    return { kind, id, name, subtitle, shares: traitsOf(own.map(({ key }) => key)) };
  });
  return records.toSorted((one, other) => other.shares.length - one.shares.length);
}
