import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { useToast } from '#ui/toast.tsx';
import { SHORTEST_PASSWORD } from '../password-length.ts';
import { request } from '#ui/request.ts';
import { PasswordField } from './secret-fields.tsx';
import { SecurityForm } from './security-form.tsx';
import { sessionsQuery } from './security-queries.ts';
import { useRefusal, useTooShort } from './security-refusal.ts';
import { usePeopleWords } from './words.ts';

export function PasswordSection() {
  const t = usePeopleWords();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <SectionHead
        title={t('security.password.title')}
        aside={<Button onClick={() => setOpen(true)}>{t('security.password.change')}</Button>}
      />
      <p className="text-muted">{t('security.password.what')}</p>
      {open && <ChangePassword onClose={() => setOpen(false)} />}
    </section>
  );
}

interface Words {
  currentPassword: string;
  newPassword: string;
}

function useChangePassword(onDone: () => void) {
  const t = usePeopleWords();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: Words) => request('POST', '/api/auth/change-password', { body: words }),
    onSuccess: () => {
      toast.done(t('security.password.done'));
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      onDone();
    },
  });
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const t = usePeopleWords();
  const tooShort = useTooShort();
  const [short, setShort] = useState<string>();
  const change = useChangePassword(onClose);
  const refusal = useRefusal(change.error);
  const submit = (typed: { get: (name: string) => string }) => {
    const words = { currentPassword: typed.get('currentPassword'), newPassword: typed.get('newPassword') };
    const wrong = tooShort(words.newPassword);
    setShort(wrong);
    if (!wrong) change.mutate(words);
  };
  return (
    <SecurityForm
      title={t('security.password.change')}
      description={t('security.password.what')}
      action={t('security.password.save')}
      busy={change.isPending}
      wrong={refusal.whole}
      onClose={onClose}
      onSubmit={submit}
    >
      <PasswordField name="currentPassword" label={t('security.password.current')} error={refusal.password} />
      <PasswordField
        fresh
        name="newPassword"
        label={t('security.password.next')}
        hint={t('security.password.hint', { count: SHORTEST_PASSWORD })}
        error={short ?? refusal.newPassword}
      />
    </SecurityForm>
  );
}
