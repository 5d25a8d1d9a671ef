import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { CopyField } from '#ui/copy-field.tsx';
import { Note } from '#ui/note.tsx';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { invitationLink, inviteAgain } from './member-acts.ts';
import type { MemberView } from './member-queries.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

/** Who has not come yet: the invitation once more, or its address to pass on where no mail leaves the house. */
export function Invitation({ member }: { member: MemberView }) {
  const t = usePeopleWords();
  const toast = useToast();
  const { mailCaptured } = useMe();
  const link = useQuery({
    queryKey: ['invitation', member.id, member.email],
    queryFn: () => invitationLink(member.email),
    enabled: mailCaptured,
  });
  const again = useMutation({
    mutationFn: () => inviteAgain(member),
    onSuccess: () => {
      toast.done(t('invitation.sent', { email: member.email }));
      void link.refetch();
    },
    onError: (error) =>
      toast.failed(error instanceof RequestProblem && error.status > 0 ? error.message : t('failed')),
  });
  return (
    <div className="grid gap-3">
      <Note
        title={t('invitation.waits')}
        action={
          <Button onClick={() => again.mutate()} busy={again.isPending}>
            {t('invitation.again')}
          </Button>
        }
      >
        {t(mailCaptured ? 'invitation.captured' : 'invitation.mailed', { email: member.email })}
      </Note>
      {link.data && <CopyField label={t('invitation.link')} value={link.data} />}
    </div>
  );
}
