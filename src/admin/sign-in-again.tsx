import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useState, type FormEvent } from 'react';
import { request, RequestProblem, whenSignedOut } from '#ui/request.ts';
import { useAdminWords } from './words.ts';

type Asked = { answer: (isIn: boolean) => void };

/** When the session ends in the middle of work: sign in here, and what was under way goes on. Nothing typed is lost. */
export function SignInAgain({ email }: { email: string }) {
  const t = useAdminWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => whenSignedOut(askOnce(setAsked)), []);
  const close = (isIn: boolean) => {
    asked?.answer(isIn);
    setAsked(null);
  };
  return (
    <Dialog.Root open={asked !== null} onOpenChange={(isOpen) => !isOpen && close(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-veil" />
        <Dialog.Popup className="fixed top-1/4 left-1/2 z-50 grid w-96 max-w-[calc(100%-2rem)] -translate-x-1/2 gap-3 rounded-r bg-bg p-5 shadow-pop">
          <Dialog.Title className="text-16 font-semibold">{t('again.title')}</Dialog.Title>
          <Dialog.Description className="text-muted">{t('again.what')}</Dialog.Description>
          <Door email={email} onIn={() => close(true)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Many requests may find the door shut at once: they wait for the same answer. */
function askOnce(show: (asked: Asked) => void): () => Promise<boolean> {
  let waiting: Promise<boolean> | null = null;
  return () =>
    (waiting ??= new Promise<boolean>((answer) => show({ answer })).finally(() => {
      waiting = null;
    }));
}

const FIELD =
  'h-(--control) w-full rounded-s border border-line-strong bg-bg px-2.5 focus-visible:border-accent';

function Door({ email, onIn }: { email: string; onIn: () => void }) {
  const t = useAdminWords();
  const [needsCode, setNeedsCode] = useState(false);
  const [wrong, setWrong] = useState('');
  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    try {
      const next = needsCode ? await sendCode(typed) : await sendPassword(email, typed);
      if (next === 'two-factor') setNeedsCode(true);
      else onIn();
      setWrong('');
    } catch (error) {
      setWrong(error instanceof RequestProblem ? error.message : t('again.failed'));
    }
  };
  return (
    <form onSubmit={(event) => void enter(event)} className="grid gap-3">
      <p className="truncate text-muted">{email}</p>
      <label className="grid gap-1 font-medium">
        {needsCode ? t('again.code') : t('again.password')}
        {needsCode ? (
          <input key="code" name="code" autoComplete="one-time-code" className={FIELD} required />
        ) : (
          <input
            key="word"
            name="password"
            type="password"
            autoComplete="current-password"
            className={FIELD}
            required
          />
        )}
      </label>
      {wrong && (
        <p role="alert" className="text-danger">
          {wrong}
        </p>
      )}
      <button
        type="submit"
        className="h-(--control) rounded-s bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
      >
        {t('again.signIn')}
      </button>
    </form>
  );
}

async function sendPassword(email: string, typed: FormData): Promise<string> {
  const body = { email, password: String(typed.get('password') ?? '') };
  return (await request<{ status: string }>('POST', '/api/auth/sign-in/email', { body })).status;
}

async function sendCode(typed: FormData): Promise<string> {
  const body = { code: String(typed.get('code') ?? '').trim() };
  return (await request<{ status: string }>('POST', '/api/auth/sign-in/two-factor', { body })).status;
}
