import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { State } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Problem } from '#ui/problem.tsx';
import { request } from '#ui/request.ts';
import { SettingsPart } from '#ui/settings-section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useToast } from '#ui/toast.tsx';
import { MailboxFormFields } from './mailbox-form.tsx';
import { mailboxQuery, type MailboxView } from './mailbox-queries.ts';
import { useEmailWords } from './words.ts';

/** Where answers and bounces are read from, and how reading goes (P6). For admins. */
export function MailboxPart() {
  const t = useEmailWords();
  const { data, isError, isFetching, refetch } = useQuery(mailboxQuery);
  return (
    <SettingsPart title={t('mailbox.title')} help={t('mailbox.help')}>
      {data === undefined && !isError && <Skeleton rows={4} row="text" />}
      {data === undefined && isError && (
        <Problem title={t('list.notShown')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {data && <Sync mailbox={data} />}
      {data !== undefined && <MailboxFormFields key={data?.host} mailbox={data} />}
    </SettingsPart>
  );
}

function Sync({ mailbox }: { mailbox: MailboxView }) {
  const t = useEmailWords();
  const act = useMailboxAct();
  return (
    <div className="mb-5 grid justify-items-start gap-2">
      <SyncState sync={mailbox.sync} />
      {mailbox.sync.error && (
        <p className="wrap-anywhere text-danger" dir="auto">
          {mailbox.sync.error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button busy={act.isPending} onClick={() => act.mutate('reading')}>
          {t('mailbox.now')}
        </Button>
        <Button kind="danger" busy={act.isPending} onClick={() => act.mutate('removal')}>
          {t('mailbox.remove')}
        </Button>
      </div>
    </div>
  );
}

function SyncState({ sync }: Pick<MailboxView, 'sync'>) {
  const t = useEmailWords();
  const dates = useDates();
  if (sync.error) {
    return <State shape="broken">{t('mailbox.failed', { when: dates.when(sync.nextReadAt) })}</State>;
  }
  if (sync.lastReadAt === null) return <State shape="queued">{t('mailbox.waiting')}</State>;
  return <State shape="order">{t('mailbox.read', { when: dates.when(sync.lastReadAt) })}</State>;
}

function useMailboxAct() {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: 'reading' | 'removal') =>
      act === 'reading' ? request('POST', '/api/mailbox/reading') : request('DELETE', '/api/mailbox'),
    onError: (error) => toast.failed(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: mailboxQuery.queryKey }),
  });
}
