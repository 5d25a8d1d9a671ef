import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { useAdminWords } from './words.ts';

export interface SignInDialogProps {
  email: string;
  onClose: (isIn: boolean) => void;
}

export function SignInDialog({ email, onClose }: SignInDialogProps) {
  const t = useAdminWords();
  const door = useDoor(email, () => onClose(true));
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={t('again.title')}
      description={t('again.what')}
      width="s"
      keepsTyped
    >
      <form onSubmit={(event) => void door.enter(event)} className="grid gap-3">
        <bdi className="truncate text-muted">{email}</bdi>
        <Field label={door.needsCode ? t('again.code') : t('again.password')} error={door.wrong}>
          {door.needsCode ? (
            <Input key="code" name="code" autoComplete="one-time-code" />
          ) : (
            <Input key="word" name="password" type="password" autoComplete="current-password" />
          )}
        </Field>
        <Button kind="primary" size="m" type="submit" busy={door.isBusy}>
          {t('again.signIn')}
        </Button>
      </form>
    </Dialog>
  );
}

function useDoor(email: string, onIn: () => void) {
  const t = useAdminWords();
  const [needsCode, setNeedsCode] = useState(false);
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const status = needsCode ? await sendCode(typed) : await sendPassword(email, typed);
      setWrong('');
      if (status === 'two-factor') setNeedsCode(true);
      else onIn();
    } catch (error) {
      setWrong(t(`again.${faultOf(error, needsCode)}`));
    } finally {
      setBusy(false);
    }
  };
  return { needsCode, wrong, isBusy, enter };
}

/** Why one is not in, in words of the reader's language: those of the server are English. */
function faultOf(error: unknown, needsCode: boolean): 'wrong' | 'wrongCode' | 'tooMany' | 'failed' {
  const status = error instanceof RequestProblem ? error.status : 0;
  if (status === 429) return 'tooMany';
  if (status < 400 || status >= 500) return 'failed';
  return needsCode ? 'wrongCode' : 'wrong';
}

async function sendPassword(email: string, typed: FormData): Promise<string> {
  const body = { email, password: String(typed.get('password') ?? '') };
  return (await request<{ status: string }>('POST', '/api/auth/sign-in/email', { body })).status;
}

async function sendCode(typed: FormData): Promise<string> {
  const body = { code: String(typed.get('code') ?? '').trim() };
  return (await request<{ status: string }>('POST', '/api/auth/sign-in/two-factor', { body })).status;
}
