import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '#ui/toast.tsx';
import { request } from '#ui/request.ts';
import { RecoveryCodesDialog } from './security-codes.tsx';
import { CodeField, PasswordField } from './secret-fields.tsx';
import { SecurityForm } from './security-form.tsx';
import { SecretKey } from './security-key.tsx';
import { type NewSecret, type RecoveryCodes } from './security-queries.ts';
import { useRefusal } from './security-refusal.ts';
import { usePeopleWords } from './words.ts';

/** Three steps in one place: the password, the key for the app with its first code, the recovery codes. */
export function SwitchOn({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<NewSecret>();
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />;
  if (secret) return <FirstCode secret={secret} onCodes={setCodes} onClose={onClose} />;
  return <PasswordFirst onSecret={setSecret} onClose={onClose} />;
}

interface PasswordFirstProps {
  onSecret: (secret: NewSecret) => void;
  onClose: () => void;
}

function PasswordFirst({ onSecret, onClose }: PasswordFirstProps) {
  const t = usePeopleWords();
  const begin = useMutation({
    mutationFn: (password: string) =>
      request<NewSecret>('POST', '/api/auth/two-factor', { body: { password } }),
    onSuccess: onSecret,
  });
  const refusal = useRefusal(begin.error);
  return (
    <SecurityForm
      title={t('security.start.title')}
      description={t('security.start.passwordWhat')}
      action={t('security.start.next')}
      busy={begin.isPending}
      wrong={refusal.whole}
      onClose={onClose}
      onSubmit={(typed) => begin.mutate(typed.get('password'))}
    >
      <PasswordField name="password" label={t('security.proof.password')} error={refusal.password} />
    </SecurityForm>
  );
}

interface FirstCodeProps {
  secret: NewSecret;
  onCodes: (codes: string[]) => void;
  onClose: () => void;
}

function FirstCode({ secret, onCodes, onClose }: FirstCodeProps) {
  const t = usePeopleWords();
  const toast = useToast();
  const activate = useMutation({
    mutationFn: (code: string) =>
      request<RecoveryCodes>('POST', '/api/auth/two-factor/activation', { body: { code } }),
    onSuccess: ({ recoveryCodes }) => {
      toast.done(t('security.start.done'));
      onCodes(recoveryCodes);
    },
  });
  const refusal = useRefusal(activate.error);
  return (
    <SecurityForm
      title={t('security.start.title')}
      description={t('security.start.scan')}
      action={t('security.start.do')}
      busy={activate.isPending}
      wrong={refusal.whole}
      onClose={onClose}
      onSubmit={(typed) => activate.mutate(typed.get('code'))}
    >
      <SecretKey secret={secret} />
      <CodeField
        name="code"
        label={t('security.start.code')}
        hint={t('security.start.codeHint')}
        error={refusal.code}
      />
    </SecurityForm>
  );
}
