import { NewCompany } from '#crm/companies/company-fields.ts';
import { NewContact } from '#crm/contacts/contact-fields.ts';
import { NewLead } from '#crm/leads/lead-fields.ts';
import type { CustomField } from '#crm/timeline/custom/custom-field.ts';
import { fold } from '#platform/fold.ts';
import { moneyFrom, numberFrom, severalFrom, stageFrom } from './cell.ts';
import type { ImportKind } from './import.ts';

/** What a column can become, and what such columns are called elsewhere. */
interface Target {
  also: string[];
  read: (cell: string) => unknown;
}

const words = (...also: string[]): Target => ({ also, read: (cell) => cell });
const list = (key: string, ...also: string[]): Target => ({
  also,
  read: (cell) => severalFrom(cell).map((value) => ({ [key]: value })),
});
const EMAILS = list(
  'address',
  'email',
  'e-mail',
  'mail',
  'email address',
  'adres e-mail',
  'courriel',
  'adresse e-mail',
);
const OWNER = words('owner', 'proprietaire', 'wlasciciel');
const JOB = words('job', 'position', 'function', 'fonction', 'poste', 'stanowisko');
const COMPANY = ['company', 'organization', 'organisation', 'entreprise', 'societe', 'firma'];
const PHONE = ['phone number', 'telephone', 'mobile', 'telefon', 'tel'];
const PARTS = {
  firstName: words('given name', 'prenom', 'imie'),
  lastName: words('family name', 'surname', 'nom de famille', 'nazwisko'),
};
const NAME = words('full name', 'nom', 'nazwa', 'imie i nazwisko');

const TARGETS: Record<ImportKind, Record<string, Target>> = {
  company: {
    name: words('company', 'company name', 'nom', 'entreprise', 'nazwa', 'firma'),
    stage: { also: ['etape', 'etap'], read: stageFrom },
    customerGroup: words(),
    employees: words('number of employees', 'effectif', 'pracownicy'),
    annualRevenue: { also: ['revenue', 'chiffre d affaires'], read: moneyFrom },
    marketShare: { also: [], read: numberFrom },
    marketSegment: words('segment'),
    industry: words('secteur', 'branza'),
    territory: words('region'),
    website: words('web', 'url', 'domain', 'site', 'site web', 'strona', 'www'),
    phone: words(...PHONE),
    fax: words(),
    legalEntity: words(),
    ownerId: OWNER,
  },
  contact: {
    name: NAME,
    ...PARTS,
    emails: EMAILS,
    phones: list('number', 'phone', ...PHONE),
    jobTitle: JOB,
    companyName: words(...COMPANY),
    companyIds: { also: [], read: severalFrom },
    ownerId: OWNER,
  },
  lead: {
    name: NAME,
    ...PARTS,
    emails: EMAILS,
    phone: words(...PHONE),
    skype: words(),
    jobTitle: JOB,
    companyName: words(...COMPANY),
    companyId: words(),
    source: words('lead source', 'origine', 'zrodlo'),
    status: words('lead status', 'statut'),
    ownerId: OWNER,
  },
};

export const SCHEMAS = { company: NewCompany, contact: NewContact, lead: NewLead } as const;

/** What columns may become; `own` are the workspace's own fields of that kind. */
export function targetsOf(kind: ImportKind, own: readonly CustomField[]): string[] {
  return [...Object.keys(TARGETS[kind]), ...own.map(targetOf)];
}

export function targetOf({ key }: CustomField): string {
  return `${CUSTOM}${key}`;
}

export const CUSTOM = 'custom.';

export function readAs(kind: ImportKind, field: string, cell: string): unknown {
  return TARGETS[kind][field]!.read(cell);
}

/** The field that a column of this name most likely is; each field is guessed once. */
export function guessFields(
  kind: ImportKind,
  names: readonly string[],
  own: readonly CustomField[] = [],
): (string | null)[] {
  const taken = new Set<string>();
  const called = [
    ...Object.entries(TARGETS[kind]).map(([field, { also }]) => [field, field, ...also] as const),
    ...own.map((field) => [targetOf(field), targetOf(field), field.key, field.label] as const),
  ];
  return names.map((name) => {
    const said = plain(name);
    const found = called.find(
      ([field, ...words]) => !taken.has(field) && words.some((word) => plain(word) === said),
    )?.[0];
    if (found) taken.add(found);
    return found ?? null;
  });
}

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}
