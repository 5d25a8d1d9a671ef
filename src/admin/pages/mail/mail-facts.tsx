import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useDates, useNow } from '#ui/dates.tsx';
import { Note } from '#ui/note.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { WholeMail } from './mail-queries.ts';
import { useMailWords } from './words.ts';

export function MailFacts({ mail }: { mail: WholeMail }) {
  const t = useMailWords();
  const dates = useDates();
  const now = useNow();
  const waits = mail.state === 'queued' && mail.notBefore !== null && mail.notBefore > now;
  const facts: [string, string | null][] = [
    [t('fact.to'), mail.to],
    [t('fact.written'), dates.when(mail.createdAt)],
    // What is kept here never left, although it was done with at that moment.
    [t('fact.sent'), mail.state === 'sent' && mail.sentAt ? dates.when(mail.sentAt) : null],
    [t('fact.waits'), waits ? dates.when(mail.notBefore!) : null],
    [t('fact.tries'), mail.attempts > 1 ? String(mail.attempts) : null],
  ];
  return (
    <>
      <dl className="mt-3 grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="text-faint">{name}</dt>
                <dd className="wrap-anywhere">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {mail.state === 'failed' && <Failed mail={mail} />}
    </>
  );
}

function Failed({ mail }: { mail: WholeMail }) {
  const t = useMailWords();
  const again = useAgain(mail.id);
  return (
    <Note
      tone="danger"
      className="mt-4"
      title={t('again.title')}
      action={
        <Button icon={RotateCw} busy={again.isPending} onClick={() => again.mutate()}>
          {t('again.send')}
        </Button>
      }
    >
      {mail.error ?? t('again.unknown')}
    </Note>
  );
}

function useAgain(id: string) {
  const t = useMailWords();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => request('POST', `/api/mail/${id}/revival`),
    onSuccess: async () => {
      toast.done(t('again.queued'));
      await queries.invalidateQueries({ queryKey: ['mail'] });
    },
    onError: (error) => toast.failed(error.message),
  });
}
