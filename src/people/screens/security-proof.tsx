import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '#ui/toast.tsx';
import { request } from '#ui/request.ts';
import { RecoveryCodesDialog } from './security-codes.tsx';
import { CodeField, PasswordField } from './secret-fields.tsx';
import { SecurityForm } from './security-form.tsx';
import { type RecoveryCodes } from './security-queries.ts';
import { useRefusal } from './security-refusal.ts';
import { usePeopleWords } from './words.ts';

interface Proof {
  password: string;
  code: string;
}

/** Password and code, then signing in takes the password only. */
export function SwitchOff({ onClose }: { onClose: () => void }) {
  const t = usePeopleWords();
  const toast = useToast();
  const off = useMutation({
    mutationFn: (proof: Proof) => request('POST', '/api/auth/two-factor/deactivation', { body: proof }),
    onSuccess: () => {
      toast.done(t('security.proof.offDone'));
      onClose();
    },
  });
  return (
    <ProofForm
      title={t('security.proof.offTitle')}
      description={t('security.proof.offWhat')}
      action={t('security.twoFactor.switchOff')}
      danger
      busy={off.isPending}
      error={off.error}
      onProof={off.mutate}
      onClose={onClose}
    />
  );
}

/** Password and code, then ten new codes are shown. */
export function RenewCodes({ onClose }: { onClose: () => void }) {
  const t = usePeopleWords();
  const [codes, setCodes] = useState<string[]>();
  const renew = useMutation({
    mutationFn: (proof: Proof) =>
      request<RecoveryCodes>('POST', '/api/auth/two-factor/recovery-codes', { body: proof }),
    onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />;
  return (
    <ProofForm
      title={t('security.proof.renewTitle')}
      description={t('security.proof.renewWhat')}
      action={t('security.proof.renewDo')}
      busy={renew.isPending}
      error={renew.error}
      onProof={renew.mutate}
      onClose={onClose}
    />
  );
}

interface ProofFormProps {
  title: string;
  description: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onProof: (proof: Proof) => void;
  onClose: () => void;
}

function ProofForm({ error, onProof, ...props }: ProofFormProps) {
  const t = usePeopleWords();
  const refusal = useRefusal(error);
  return (
    <SecurityForm
      {...props}
      wrong={refusal.whole}
      onSubmit={(typed) => onProof({ password: typed.get('password'), code: typed.get('code') })}
    >
      <PasswordField name="password" label={t('security.proof.password')} error={refusal.password} />
      <CodeField letters name="code" label={t('security.proof.code')} error={refusal.code} />
    </SecurityForm>
  );
}
