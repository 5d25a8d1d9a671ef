import { useMutation } from '@tanstack/react-query';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { useRefreshEmails, type WholeEmail } from './email-queries.ts';
import type { Draft } from './draft.ts';
import { useEmailWords } from './words.ts';

export interface Sending {
  draft: Draft;
  /** When it leaves; now when left out. */
  sendAt?: string;
}

/** Sends a letter. What is typed stays until the server has it; a failure says why and offers to try again. */
export function useSendEmail(path: string, onSent: (sent: Draft) => void) {
  const t = useEmailWords();
  const toast = useToast();
  const refresh = useRefreshEmails();
  const name = `send ${path}`;
  const sending = useMutation({
    mutationFn: ({ draft, sendAt }: Sending) =>
      request<WholeEmail>('POST', `${path}/emails`, {
        body: bodyOf(draft, sendAt),
        headers: { 'idempotency-key': draft.key },
      }),
    // What is tried again has not failed yet: an old refusal would offer to send old words.
    onMutate: () => toast.settled(name),
    onSuccess: async ({ state }, { draft }) => {
      onSent(draft);
      toast.done(t(state === 'scheduled' ? 'sent.later' : 'sent.now'));
      await refresh();
    },
    onError: (error, given) => {
      if (errorsOf(error).length > 0) return;
      const isFar = error instanceof RequestProblem && error.status === 0;
      const why = isFar ? t('sent.unreachable') : error.message;
      toast.failed(t('sent.failed', { why }), () => sending.mutate(given), name);
    },
  });
  const wrongs = errorsOf(sending.error);
  const errorAt = (field: string) => wrongs.find(({ path: at }) => at.split('.')[0] === field)?.message;
  return { send: sending.mutate, isSending: sending.isPending, errorAt, forget: sending.reset };
}

function errorsOf(error: Error | null) {
  return error instanceof RequestProblem ? error.errors : [];
}

function bodyOf({ to, cc, subject, html, files, inReplyTo }: Draft, sendAt: string | undefined) {
  const address = (person: { address: string }) => person.address;
  return {
    to: to.map(address),
    cc: cc.map(address),
    subject,
    html,
    attachments: files.map(({ id }) => id),
    ...(inReplyTo && { inReplyTo }),
    ...(sendAt && { sendAt }),
  };
}
