import type { CompanyFields } from '#crm/companies/company.ts';
import type { ContactFields } from '#crm/contacts/contact.ts';
import type { LeadFields } from '#crm/leads/lead.ts';
import type { CustomField, CustomValue, CustomValues } from '#crm/timeline/custom/custom-field.ts';
import { readWritten } from '#crm/timeline/custom/read-written.ts';
import { said } from './cell.ts';
import { SEVERAL, type FileRow, type ImportKind, type Plan } from './import.ts';
import { CUSTOM, readAs, SCHEMAS, targetOf } from './targets.ts';
import { whyNot } from './why-not.ts';

export type Given = Partial<CompanyFields & ContactFields & LeadFields> & { name: string };

export interface ReadRow {
  /** Only what the row says. */
  given: Given;
  /** The company that a contact names. */
  company?: string;
}

/** Members by their id and, in small letters, by their address. */
export type Members = ReadonlyMap<string, string>;

/** What a row is read with; `own` are the workspace's own fields of the kind, where the plan names some. */
export interface Around {
  members: Members;
  own: readonly CustomField[];
}

/** A row as the API would be given it, checked by the API's own schemas; else why not. */
export function readRow(
  kind: ImportKind,
  plan: Plan,
  row: FileRow,
  { members, own }: Around,
): ReadRow | { why: string } {
  if (row.problem !== undefined) return { why: row.problem };
  const custom = customOf(plan, row.cells, own);
  if ('why' in custom) return custom;
  const { firstName, lastName, companyName, ...values } = valuesOf(kind, plan, row.cells);
  const name = values.name ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);
  const owner = ownerOf(values.ownerId, plan, members);
  if (owner === undefined) return { why: 'ownerId: There is no such member in this workspace.' };
  const company = companyName === undefined ? undefined : COMPANY.safeParse(companyName);
  if (company?.success === false)
    return { why: whyNot({ ...company.error.issues[0]!, path: ['companyName'] }) };
  const lead = kind === 'lead' && companyName !== undefined ? { companyName } : {};
  const asked = {
    ...values,
    ...lead,
    name: name ?? '',
    ...(owner !== null && { ownerId: owner }),
    ...custom,
  };
  const parsed = SCHEMAS[kind].safeParse(asked);
  if (parsed.success) {
    return {
      given: parsed.data,
      ...(company !== undefined && { company: company.data }),
    };
  }
  return { why: whyNot(parsed.error.issues[0]!) };
}

/** What a company made for a row is called: as the API would take it. */
const COMPANY = SCHEMAS.company.shape.name;

function valuesOf(kind: ImportKind, plan: Plan, cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [at, field] of plan.fields.entries()) {
    const cell = said(cells[at] ?? '');
    if (field === null || cell === '' || field.startsWith(CUSTOM)) continue;
    const value = readAs(kind, field, cell);
    const before = values[field];
    values[field] = SEVERAL.includes(field) && before ? [...(before as []), ...(value as [])] : value;
  }
  return values;
}

/** The values of own fields that a row says, by their type. */
function customOf(
  plan: Plan,
  cells: readonly string[],
  own: readonly CustomField[],
): { custom?: CustomValues } | { why: string } {
  const values: [string, CustomValue | null][] = [];
  for (const [at, target] of plan.fields.entries()) {
    const cell = said(cells[at] ?? '');
    if (!target?.startsWith(CUSTOM) || cell === '') continue;
    const field = own.find((one) => targetOf(one) === target);
    const read = field ? readWritten(field, cell) : { message: 'These records have no such field.' };
    if ('message' in read) return { why: `${target}: ${read.message}` };
    values.push([target.slice(CUSTOM.length), read.value]);
  }
  return values.length === 0 ? {} : { custom: Object.fromEntries(values) };
}

/** null = nobody's; undefined = somebody who is no member. */
function ownerOf(cell: unknown, { ownerId }: Plan, members: Members): string | null | undefined {
  if (cell === undefined) return ownerId;
  return members.get(String(cell).toLowerCase());
}
