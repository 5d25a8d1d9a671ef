import { Link } from '@tanstack/react-router';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { COMPANY_TABS, type CompanyTab } from './companies-search.ts';
import type { CompanySummary } from './summary-query.ts';

export interface CompanyTabsProps {
  companyId: string;
  tab: CompanyTab;
  counts: CompanySummary['counts'] | undefined;
  /** The fields have a tab where they have no column. */
  phone: boolean;
}

/** P2: each tab has its address; what is in it is counted. */
export function CompanyTabs({ companyId, tab, counts, phone }: CompanyTabsProps) {
  const t = useCompanyWords();
  return (
    <Tabs label={t('tab.of')}>
      {COMPANY_TABS.filter((one) => one !== 'details' || phone).map((one) => (
        <Tab
          key={one}
          current={one === tab}
          count={counts && countOf(one, counts)}
          render={
            <Link
              to="/companies/$companyId"
              params={{ companyId }}
              search={one === 'overview' ? {} : { tab: one }}
              replace
            />
          }
        >
          {t(`tab.${one}`)}
        </Tab>
      ))}
    </Tabs>
  );
}

function countOf(tab: CompanyTab, counts: CompanySummary['counts']): number | undefined {
  if (tab === 'addresses') return counts.addresses + counts.contacts;
  if (tab === 'leads') return counts.leads;
  if (tab === 'deals') return counts.deals;
  if (tab === 'activities') return counts.openTasks;
  return tab === 'notes' ? counts.notes : undefined;
}
