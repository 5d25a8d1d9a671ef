import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { companyQuery } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { contactQuery } from '#crm/contacts/screens/contact-queries.ts';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { leadQuery } from '#crm/leads/screens/lead-queries.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { moneyWords } from '#ui/money-text.ts';
import { useLanguage } from '#ui/words.tsx';
import { useRecordWords } from './words.ts';

export interface ChangedValueProps {
  /** The record's kind. */
  kind: string;
  field: string;
  value: unknown;
}

/** A value of a field in words: names instead of ids, labels instead of codes. What needs asking asks only here. */
export function ChangedValue({ kind, field, value }: ChangedValueProps): ReactNode {
  const t = useRecordWords();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return t('change.none');
  }
  if (field === 'ownerId') return <MemberNamed id={String(value)} />;
  if (field === 'companyId') return <CompanyNamed id={String(value)} />;
  if (field === 'companyIds') return <CompaniesNamed ids={value as string[]} />;
  if (field === 'contactIds') return <ContactsNamed ids={value as string[]} />;
  if (field === 'contactId') return <ContactNamed id={String(value)} />;
  if (field === 'leadId') return <LeadNamed id={String(value)} />;
  if (field === 'stage' && kind === 'company') return <StageNamed stage={String(value)} />;
  if (field === 'stage') return <Chosen list="dealStage" value={String(value)} />;
  if (field === 'status' && kind === 'lead') return <LeadStatus status={String(value)} />;
  if (field === 'annualRevenue' || field === 'amount') return <Amount value={value} />;
  if (field === 'marketShare') return `${String(value)} %`;
  if (Array.isArray(value)) return <bdi>{value.map(wordsOf).join(', ')}</bdi>;
  return <bdi>{wordsOf(value)}</bdi>;
}

/** A text, an address or a number of somebody. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const { address, number } = value as { address?: string; number?: string };
  return address ?? number ?? '';
}

function MemberNamed({ id }: { id: string }) {
  return <bdi>{useMemberName()(id)}</bdi>;
}

function CompanyNamed({ id }: { id: string }) {
  const t = useCompanyWords();
  const { data, isError } = useQuery(companyQuery(id));
  return <bdi>{data?.name ?? (isError ? t('picker.unknown') : '…')}</bdi>;
}

function CompaniesNamed({ ids }: { ids: readonly string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <CompanyNamed id={id} />
    </span>
  ));
}

function ContactNamed({ id }: { id: string }) {
  const t = useRecordWords();
  const { data, isError } = useQuery(contactQuery(id));
  return <bdi>{data?.name ?? (isError ? t('change.unseen') : '…')}</bdi>;
}

function ContactsNamed({ ids }: { ids: readonly string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <ContactNamed id={id} />
    </span>
  ));
}

function LeadNamed({ id }: { id: string }) {
  const t = useRecordWords();
  const { data, isError } = useQuery(leadQuery(id));
  return <bdi>{data?.name ?? (isError ? t('change.unseen') : '…')}</bdi>;
}

const STAGES = ['prospect', 'customer', 'partner', 'former'] as const;

function StageNamed({ stage }: { stage: string }) {
  const t = useCompanyWords();
  const known = STAGES.find((one) => one === stage);
  return known ? t(`stage.${known}`) : stage;
}

function LeadStatus({ status }: { status: string }) {
  const t = useRecordWords();
  return status === 'converted' ? t('status.converted') : <Chosen list="leadStatus" value={status} />;
}

function Chosen({ list, value }: { list: 'leadStatus' | 'dealStage'; value: string }) {
  return <bdi>{usePicklist(list).named(value)}</bdi>;
}

function Amount({ value }: { value: unknown }) {
  const language = useLanguage();
  const { amount, currency } = value as { amount: number; currency: string };
  return <bdi>{moneyWords(amount, currency, language)}</bdi>;
}
