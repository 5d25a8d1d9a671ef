import { getRouteApi } from '@tanstack/react-router';
import { PageBar } from '#ui/page-bar.tsx';
import { useTitle } from '#ui/title.ts';
import { NoSuchScreen } from '../../failed-screen.tsx';
import { useMe } from '../../use-me.ts';
import { MailList } from './mail-list.tsx';
import { MailPanel } from './mail-panel.tsx';
import { MailTabs } from './mail-tabs.tsx';
import { HowMailIsSent } from './how-mail-is-sent.tsx';
import { useMailWords } from './words.ts';

const here = getRouteApi('/mail');

/** Nothing for those who may not read what others are sent. */
export function MailPage() {
  return useMe().isAdmin ? <Mails /> : <NoSuchScreen />;
}

/** Every mail Rondo wrote: what it says, where it is, and another try for those that failed. */
function Mails() {
  const t = useMailWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  useTitle(t('title'));
  const close = () => void go({ search: ({ open: _, ...rest }) => rest });
  return (
    <main className="relative flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <MailTabs />
      <HowMailIsSent />
      <div className="relative flex min-h-0 flex-1 max-tablet:static">
        <MailList />
        {search.open && <MailPanel key={search.open} id={search.open} onClose={close} />}
      </div>
    </main>
  );
}
