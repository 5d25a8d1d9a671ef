import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { mailCountsQuery, type MailState } from './mail-queries.ts';
import { useMailWords } from './words.ts';

const here = getRouteApi('/mail');

/** Views by state; those that no mail is in are left out, failed ones always stand there. */
export function MailTabs() {
  const t = useMailWords();
  const { state, view } = here.useSearch();
  const { data } = useQuery(mailCountsQuery);
  const shown = STATES.filter((one) => one === 'failed' || one === state || (data?.[one] ?? 0) > 0);
  return (
    <Tabs label={t('views')}>
      <Tab render={<Link to="/mail" />} current={state === undefined && view === undefined}>
        {t('all')}
      </Tab>
      <Tab render={<Link to="/mail" search={{ view: 'written' }} />} current={view === 'written'}>
        {t('written')}
      </Tab>
      {shown.map((one) => (
        <Tab
          key={one}
          render={<Link to="/mail" search={{ state: one }} />}
          current={state === one}
          count={data?.[one]}
          waits={one === 'failed' && (data?.failed ?? 0) > 0}
        >
          {t(`state.${one}`)}
        </Tab>
      ))}
    </Tabs>
  );
}

const STATES: MailState[] = ['sent', 'captured', 'queued', 'failed', 'dropped'];
