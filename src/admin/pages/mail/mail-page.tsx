import { getRouteApi } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { useMe } from '../../use-me.ts';
import { HowMailIsSent } from './how-mail-is-sent.tsx';
import { MailList } from './mail-list.tsx';
import { MailPanel } from './mail-panel.tsx';
import { MailTabs } from './mail-tabs.tsx';
import { NewMessage } from './new-message.tsx';
import { useMailWords } from './words.ts';
import { WrittenMail } from './written-mail.tsx';

const here = getRouteApi('/mail');

/** What one wrote and how it fares, a new message, and for admins every mail that Rondo sent. */
export function MailPage() {
  const t = useMailWords();
  const { isAdmin } = useMe();
  const search = here.useSearch();
  const go = here.useNavigate();
  useTitle(t('title'));
  const isOwn = !isAdmin || search.view === 'written';
  const write = () => void go({ search: ({ open: _, ...rest }) => ({ ...rest, write: true }) });
  const close = () => void go({ search: ({ open: _, write: __, ...rest }) => rest });
  const [isWide, setWide] = useState(false);
  useShortcuts({ c: write });
  return (
    <main className="relative flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('title')}
        actions={
          <Button kind="primary" icon={PenLine} shortcut="C" onClick={write}>
            {t('new')}
          </Button>
        }
      />
      {isAdmin && <MailTabs />}
      {!isOwn && <HowMailIsSent />}
      <div className="relative flex min-h-0 flex-1 max-tablet:static">
        <div className={isWide && search.write ? 'hidden' : 'contents'}>
          {isOwn ? <WrittenMail wanted={search.email} onAnswer={write} /> : <MailList />}
        </div>
        {search.write && <NewMessage onClose={close} wide={isWide} onWide={setWide} />}
        {!search.write && search.open && <MailPanel key={search.open} id={search.open} onClose={close} />}
      </div>
    </main>
  );
}
