import { useMutation } from '@tanstack/react-query';
import { Ban, Reply, RotateCw } from 'lucide-react';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { beginAnswer } from './draft.ts';
import { useRefreshEmails, type EmailView } from './email-queries.ts';
import type { EmailRowProps } from './email-row.tsx';
import { useEmailWords } from './words.ts';

/** What can still be done with an e-mail: another try, stopping it, an answer. */
export function EmailActs({ email, path, onAnswer }: EmailRowProps) {
  const t = useEmailWords();
  const stop = useAct(email.id, 'cancellation');
  const isOwn = useIsOwn(email);
  const answer = () => {
    beginAnswer(path, email);
    onAnswer?.();
  };
  return (
    <div className="flex flex-wrap gap-2">
      <SendAgain email={email} />
      {isOwn && email.state === 'scheduled' && (
        <Button icon={Ban} busy={stop.isPending} onClick={() => stop.mutate()}>
          {t('row.stop')}
        </Button>
      )}
      {onAnswer && (email.state === 'sent' || email.state === 'received') && (
        <Button icon={Reply} onClick={answer}>
          {t('row.answer')}
        </Button>
      )}
    </div>
  );
}

/** For its writer and admins, when it failed for somebody. */
export function SendAgain({ email }: { email: EmailView }) {
  const t = useEmailWords();
  const again = useAct(email.id, 'sending');
  const isOwn = useIsOwn(email);
  if (!isOwn || ![...email.to, ...email.cc].some(({ state }) => state === 'failed')) return null;
  return (
    <Button icon={RotateCw} busy={again.isPending} onClick={() => again.mutate()}>
      {t('row.again')}
    </Button>
  );
}

function useIsOwn({ by }: EmailView): boolean {
  const { member, isAdmin } = useMe();
  return isAdmin || by?.id === member.id;
}

function useAct(id: string, noun: 'sending' | 'cancellation') {
  const toast = useToast();
  const refresh = useRefreshEmails();
  const name = `${noun} ${id}`;
  return useMutation({
    mutationFn: () => request('POST', `/api/emails/${id}/${noun}`),
    onMutate: () => toast.settled(name),
    onError: (error) => toast.failed(error.message, undefined, name),
    onSettled: refresh,
  });
}
