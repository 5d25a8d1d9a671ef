import { FIRST_LEAD_STATUS } from '#crm/fields/picklist.ts';
import { fold } from '#platform/fold.ts';
import { nameKey } from '#crm/companies/store.ts';
import type { ImportKind, Plan } from './import.ts';
import { companyIdsOf, keysOf, type Known, type There } from './known.ts';
import type { ReadRow } from './read-row.ts';

export type Decision =
  | { act: 'make' }
  | { act: 'update'; id: string }
  | { act: 'skip' }
  | { act: 'refuse'; why: string };

/** What becomes of a row, given what is there already. The same for the preview and for the run. */
export function decide(kind: ImportKind, { duplicates }: Plan, row: ReadRow, known: Known): Decision {
  const why = whyNot(kind, row, known);
  if (why !== undefined) return { act: 'refuse', why };
  const there = findThere(kind, row, known);
  if (kind === 'company' && there?.rights === 'none') return { act: 'refuse', why: HIDDEN };
  if (there === undefined || (duplicates === 'make' && kind !== 'company')) return { act: 'make' };
  if (duplicates === 'skip') return { act: 'skip' };
  if (duplicates === 'make') {
    const named = known.records.has(`name ${nameKey(row.given.name)}`);
    return named ? { act: 'refuse', why: TAKEN } : { act: 'make' };
  }
  return there.rights === 'edit' ? { act: 'update', id: there.id } : { act: 'refuse', why: NOT_YOURS };
}

function whyNot(kind: ImportKind, { given, company }: ReadRow, known: Known): string | undefined {
  const { status } = given;
  if (
    status !== undefined &&
    kind === 'lead' &&
    status !== FIRST_LEAD_STATUS &&
    !known.statuses.has(fold(status))
  ) {
    return NO_STATUS;
  }
  if (companyIdsOf(given).some((id) => !known.companyIds.has(id))) return NO_COMPANY;
  const named = company === undefined ? undefined : known.companies.get(`name ${nameKey(company)}`);
  return named?.rights === 'none' && kind === 'contact' ? NO_COMPANY : undefined;
}

function findThere(kind: ImportKind, { given }: ReadRow, known: Known): There | undefined {
  const there = keysOf(kind, given).flatMap((key) => known.records.get(key) ?? []);
  return there.find(({ rights }) => rights === 'edit') ?? there[0];
}

const NO_STATUS = 'status: There is no such status. Use one of the list in the settings.';
const HIDDEN = 'There is a company of this name or website already, and it is not yours to see.';
const TAKEN = 'There is a company of this name already.';
const NOT_YOURS = 'This record is there already; only its owner or an admin changes it.';
const NO_COMPANY = 'The company of this row is not there, or it is not yours to see.';
