import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { companyQuery, type CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Avatar } from '#ui/avatar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt, SavedProvider } from '#ui/saved.tsx';
import { useTitle } from '#ui/title.ts';
import { useMedia, useSize } from '#ui/use-size.ts';
import { MergeEntry } from '../record/merge-entry.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { ScheduleLink } from '../record/schedule-link.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';
import { useRecord } from '../record/use-record.ts';
import { useRecordWords } from '../record/words.ts';
import { CompanyAside, NextMeeting } from './company-aside.tsx';
import { CompanyFields } from './company-fields.tsx';
import { CompanyPanel } from './company-panel.tsx';
import { CompanyTabs } from './company-tabs.tsx';
import { companySummaryQuery, type CompanySummary } from './summary-query.ts';

const here = getRouteApi('/companies/$companyId');

export function CompanyPage() {
  const { companyId } = here.useParams();
  const found = useQuery(companyQuery(companyId));
  return found.data ? <Company key={companyId} company={found.data} /> : <RecordLoading found={found} />;
}

/** From 1280 px on what belongs to it has a column of its own (theme.css). */
const WIDE = '(width >= 80.0625rem)';

const COLUMNS =
  'grid min-h-0 flex-1 grid-cols-[18.5rem_minmax(0,1fr)_21rem] max-desk:grid-cols-[18.5rem_minmax(0,1fr)] ' +
  'max-tablet:grid-cols-[16rem_minmax(0,1fr)] max-phone:block max-phone:overflow-auto';

/** A company on one page: its fields, one tab of what belongs to it, and what is next. */
function Company({ company }: { company: CompanyView }) {
  const t = useCompanyWords();
  const { path, autosave, trash } = useRecord('companies', company, companyQuery(company.id).queryKey);
  const { data: summary } = useQuery(companySummaryQuery(company.id));
  const { tab = 'overview' } = here.useSearch();
  const { phone } = useSize();
  const isWide = useMedia(WIDE);
  const fields = <CompanyFields company={company} autosave={autosave} owner={summary?.owner ?? undefined} />;
  useTitle(company.name);
  return (
    <SavedProvider>
      <main className="flex min-h-0 flex-1 flex-col">
        <CompanyBar company={company} onDelete={() => void trash()} />
        <div className={COLUMNS}>
          {!phone && (
            <section
              aria-label={t('fields')}
              className="scroll-pane min-h-0 border-e border-line px-6 py-4 max-tablet:px-4"
            >
              {fields}
            </section>
          )}
          <div className="flex min-h-0 min-w-0 flex-col">
            <CompanyHead company={company} summary={summary} />
            <CompanyTabs companyId={company.id} tab={tab} counts={summary?.counts} phone={phone} />
            <CompanyPanel company={company} path={path} tab={tab} fields={phone ? fields : undefined}>
              {!isWide && summary?.nextMeeting && <NextMeeting meeting={summary.nextMeeting} />}
            </CompanyPanel>
          </div>
          {isWide && <CompanyAside summary={summary} />}
        </div>
      </main>
    </SavedProvider>
  );
}

function CompanyBar({ company, onDelete }: { company: CompanyView; onDelete: () => void }) {
  const t = useCompanyWords();
  const record = useRecordWords();
  const isCustomer = company.stage === 'customer';
  const mayEdit = useMayEdit(company);
  return (
    <PageBar
      crumb={
        <Link to="/companies" search={isCustomer ? { view: 'customer' } : {}}>
          {t(isCustomer ? 'list.customers' : 'list.prospects')}
        </Link>
      }
      title={<bdi title={company.name}>{company.name}</bdi>}
      actions={
        <>
          <SavedAt />
          <Menu trigger={<IconButton icon={Ellipsis} label={record('more')} />}>
            {mayEdit && <MergeEntry kind="company" id={company.id} />}
            <MenuItem icon={Trash2} danger onSelect={onDelete}>
              {record('delete')}
            </MenuItem>
          </Menu>
          <ScheduleLink record={{ kind: 'company', id: company.id }} />
        </>
      }
    />
  );
}

function CompanyHead({ company, summary }: { company: CompanyView; summary?: CompanySummary }) {
  const t = useCompanyWords();
  const { id, name, stage } = company;
  return (
    <div className="flex shrink-0 items-center gap-3 px-6 pt-4 pb-3 max-tablet:px-4">
      <Avatar id={id} name={name} size="l" of="company" />
      <div className="min-w-0">
        <p className="line-clamp-2 text-20 font-semibold wrap-anywhere" dir="auto" title={name}>
          {name}
        </p>
        <p className="truncate text-muted">
          {[summary?.preferredCity, t(`stage.${stage}`)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </div>
  );
}
