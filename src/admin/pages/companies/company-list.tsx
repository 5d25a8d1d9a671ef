import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import type { ListKind, ListTab, RecordColumn } from '#crm/records/screens/list-kind.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { FilterField } from '#ui/conditions.ts';
import { moneyWords } from '#ui/money-text.ts';
import { useLanguage } from '#ui/words.tsx';
import { textColumn } from '../record/person-cells.tsx';
import { COMPANY_STAGES } from './companies-search.ts';

/** What the list of companies shows and takes; prospects and customers are views of it (P1). */
export function useCompanyList(): ListKind<CompanyView> {
  const t = useCompanyWords();
  const columns = useColumns();
  const fields = useFields();
  return useMemo(() => {
    const stages = COMPANY_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }));
    return {
      list: 'companies',
      title: t('list.title'),
      tabs: tabsOf(t),
      columns,
      fields: [{ id: 'stage', label: t('field.stage'), kind: 'choice', choices: stages }, ...fields],
      changes: [{ field: 'stage', label: t('field.stage'), choices: stages }],
      nameOf: ({ name }) => name,
      nameCell: (company) => <CompanyName company={company} />,
      phoneCell: (company) => <PhoneCompany company={company} />,
      rowLink: ({ id }) => <Link to="/companies/$companyId" params={{ companyId: id }} />,
      create: t('list.new'),
      empty: { title: t('list.empty'), what: t('list.emptyWhat') },
    };
  }, [t, columns, fields]);
}

function tabsOf(t: ReturnType<typeof useCompanyWords>): ListTab[] {
  const names = {
    prospect: 'prospects',
    customer: 'customers',
    partner: 'partners',
    former: 'former',
  } as const;
  const stages = COMPANY_STAGES.map((stage) => ({
    key: stage,
    label: t(`list.${names[stage]}`),
    title: t(`list.${names[stage]}`),
    filter: [{ field: 'stage', is: 'is', value: stage }],
  }));
  return [...stages, { key: 'all', label: t('list.all'), filter: [] }];
}

const PROPOSED = ['industry', 'territory', 'customerGroup', 'marketSegment'] as const;

function useFields(): FilterField[] {
  const t = useCompanyWords();
  const industry = usePicklist('industry').choices;
  const territory = usePicklist('territory').choices;
  const customerGroup = usePicklist('customerGroup').choices;
  const marketSegment = usePicklist('marketSegment').choices;
  return useMemo(() => {
    const proposed = { industry, territory, customerGroup, marketSegment };
    return [
      ...PROPOSED.map((id): FilterField => {
        const choices = proposed[id].map(({ name }) => ({ value: name, label: name }));
        return { id, label: t(`field.${id}`), kind: 'words', choices };
      }),
      ...(['employees', 'legalEntity', 'website'] as const).map((id): FilterField => ({
        id,
        label: t(`field.${id}`),
        kind: 'words',
      })),
      { id: 'annualRevenue', label: t('field.annualRevenue'), kind: 'money' },
      { id: 'marketShare', label: t('field.marketShare'), kind: 'number', unit: '%' },
    ];
  }, [t, industry, territory, customerGroup, marketSegment]);
}

function useColumns(): RecordColumn<CompanyView>[] {
  const t = useCompanyWords();
  const language = useLanguage();
  return useMemo(() => {
    const text = (key: keyof CompanyView & keyof typeof WIDTHS, hidden = false) =>
      textColumn<CompanyView>(key, t(`field.${key}`), { width: WIDTHS[key], hidden });
    const stage = { key: 'stage', header: t('field.stage'), width: '8rem', hidden: true, sorts: true };
    const figure = { align: 'end', width: '9rem', hidden: true, sorts: true } as const;
    return [
      { ...stage, cell: (company) => t(`stage.${company.stage}`) },
      text('industry'),
      text('territory'),
      text('employees'),
      text('customerGroup', true),
      text('marketSegment', true),
      text('legalEntity', true),
      text('website', true),
      {
        ...figure,
        key: 'annualRevenue',
        header: t('field.annualRevenue'),
        cell: ({ annualRevenue: sum }) => sum && moneyWords(sum.amount, sum.currency, language),
      },
      {
        ...figure,
        key: 'marketShare',
        header: t('field.marketShare'),
        cell: ({ marketShare }) => marketShare !== null && `${marketShare.toLocaleString(language)} %`,
      },
    ];
  }, [t, language]);
}

const WIDTHS = {
  industry: '14%',
  territory: '12%',
  employees: '8rem',
  customerGroup: '12%',
  marketSegment: '12%',
  legalEntity: '12%',
  website: '14%',
} as const;

function CompanyName({ company: { id, name } }: { company: CompanyView }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Avatar id={id} name={name} of="company" />
      <bdi className="truncate font-medium" title={name}>
        {name}
      </bdi>
    </span>
  );
}

function PhoneCompany({ company }: { company: CompanyView }) {
  const { industry, territory } = company;
  return (
    <span className="block min-w-0">
      <CompanyName company={company} />
      <bdi className="block truncate ps-7 text-muted">
        {[industry, territory].filter(Boolean).join(' · ')}
      </bdi>
    </span>
  );
}
