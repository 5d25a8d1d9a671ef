import { fold, foldAddress } from '#platform/fold.ts';
import type { RecordKind } from './record-kinds.ts';

/** What two records of one kind may have in common. */
export const SHARED_TRAITS = ['email', 'site', 'name', 'phone', 'phoneName'] as const;
export type SharedTrait = (typeof SHARED_TRAITS)[number];

/** Deals and tickets are told apart by people. */
export const RECOGNISED: ReadonlySet<RecordKind> = new Set(['company', 'contact', 'lead']);

/** What tells who or what a record is. */
export interface Recognisable {
  name: string;
  emails?: readonly { address: string }[];
  phones?: readonly { number: string }[];
  phone?: string | null;
  website?: string | null;
  status?: string;
}

/**
 * The keys by which a record is recognised as one that is there already, each 'trait:value'. A converted lead goes on
 * as its contact (F2) and has none.
 */
export function keysOf(kind: RecordKind, fields: Recognisable): string[] {
  if (kind === 'company') return unique(companyKeys(fields));
  if (kind === 'contact') return unique(personKeys(fields));
  return kind === 'lead' && fields.status !== 'converted' ? unique(personKeys(fields)) : [];
}

/** What these keys are about, each once, in one order. */
export function traitsOf(keys: readonly string[]): SharedTrait[] {
  const traits = new Set(keys.map(traitOf));
  return SHARED_TRAITS.filter((trait) => traits.has(trait));
}

function traitOf(key: string): SharedTrait {
  return key.slice(0, key.indexOf(':')) as SharedTrait;
}

/** Those that make two records a pair to look at. A name alone does for companies: two people may have one. */
export function makesPairs(kind: RecordKind, key: string): boolean {
  const trait = traitOf(key);
  return trait === 'email' || trait === 'site' || trait === (kind === 'company' ? 'name' : 'phoneName');
}

function companyKeys({ name, website, phone }: Recognisable): (string | null)[] {
  return [keyed('name', companyName(name)), keyed('site', siteOf(website)), keyed('phone', digitsOf(phone))];
}

function personKeys({ name, emails = [], phones = [], phone }: Recognisable): (string | null)[] {
  const who = sortedWords(name);
  const numbers = [phone, ...phones.map(({ number }) => number)].map(digitsOf);
  return [
    keyed('name', who),
    ...emails.map(({ address }) => keyed('email', foldAddress(address))),
    ...numbers.map((digits) => keyed('phone', digits)),
    ...numbers.map((digits) => keyed('phoneName', digits && `${digits} ${who}`)),
  ];
}

const LONGEST = 200;

function keyed(trait: SharedTrait, value: string | null): string | null {
  return value ? `${trait}:${value}`.slice(0, LONGEST).toWellFormed() : null;
}

function unique(keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((key) => key !== null))];
}

/** Whoever writes the surname first means the same person; folded, without signs. */
function sortedWords(name: string): string {
  return wordsIn(name).toSorted().join(' ');
}

function wordsIn(name: string): string[] {
  return fold(name)
    .replace(/[.’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** 'Lumen SARL' is Lumen; what is nothing but a legal form keeps it. */
function companyName(name: string): string {
  const words = wordsIn(fold(name).replace(/\bsp\.? ?z ?o\.? ?o\b\.?/g, ' '));
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : wordsIn(name)).toSorted().join(' ');
}

const LEGAL_FORMS = new Set(
  'ab ag aps as asa bv bvba eurl gmbh inc kg limited llc llp ltd nv oy oyj plc sa sarl sas sasu scop spa srl'.split(
    ' ',
  ),
);

/** The last nine: with the country's number in front or without, it is the same telephone. */
function digitsOf(phone: string | null | undefined): string | null {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 6 ? null : digits.slice(-9);
}

/** The host of a site of one's own; on these everybody has a page. */
const EVERYBODYS = new Set(['facebook.com', 'instagram.com', 'linkedin.com', 'x.com', 'youtube.com']);

function siteOf(website: string | null | undefined): string | null {
  if (!website) return null;
  const url = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  if (!URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return EVERYBODYS.has(host) || !host.includes('.') ? null : host;
}
