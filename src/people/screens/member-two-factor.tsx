import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useDates } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { MemberView } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

interface TwoFactor {
  enabled: boolean;
  enabledAt: string | null;
}

const twoFactorQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'two-factor', memberId],
    queryFn: ({ signal }) => request<TwoFactor>('GET', `/api/members/${memberId}/two-factor`, { signal }),
  });

/** For a colleague who lost their phone and their recovery codes. Nothing is shown while it is off. */
export function MemberTwoFactor({ member }: { member: MemberView }) {
  const t = usePeopleWords();
  const dates = useDates();
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery(twoFactorQuery(member.id));
  if (!data?.enabled) return null;
  const since = data.enabledAt ? dates.longDay(dates.dateOf(data.enabledAt)) : '';
  return (
    <div className="flex items-center justify-between gap-3">
      <p className="text-muted">{t('members.twoFactor.on', { since })}</p>
      <Button onClick={() => setAsked(true)}>{t('members.twoFactor.off')}</Button>
      {isAsked && <Question member={member} onClose={() => setAsked(false)} />}
    </div>
  );
}

function Question({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const toast = useToast();
  const reset = useMutation({
    mutationFn: () => request('DELETE', `/api/members/${member.id}/two-factor`),
    onSuccess: async () => {
      onClose();
      toast.done(t('members.twoFactor.done', { name: member.name }));
      await queries.invalidateQueries({ queryKey: twoFactorQuery(member.id).queryKey });
    },
  });
  return (
    <ConfirmDialog
      open
      kind="danger"
      onClose={onClose}
      title={t('members.twoFactor.title', { name: member.name })}
      action={t('members.twoFactor.off')}
      onConfirm={() => reset.mutate()}
      busy={reset.isPending}
      error={reset.error?.message}
    >
      {t('members.twoFactor.what')}
    </ConfirmDialog>
  );
}
