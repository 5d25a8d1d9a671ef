import { lazy, Suspense, useEffect, useState } from 'react';
import { whenSignedOut } from '#ui/request.ts';

const SignInDialog = lazy(async () => ({ default: (await import('./sign-in-dialog.tsx')).SignInDialog }));

type Asked = { answer: (isIn: boolean) => void };

/** When the session ends in the middle of work: sign in here, and what was under way goes on. Nothing typed is lost. */
export function SignInAgain({ email }: { email: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => whenSignedOut(askOnce(setAsked)), []);
  const close = (isIn: boolean) => {
    asked?.answer(isIn);
    setAsked(null);
  };
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <SignInDialog email={email} onClose={close} />
    </Suspense>
  );
}

/** Many requests may find the door shut at once: they wait for the same answer. */
function askOnce(show: (asked: Asked) => void): () => Promise<boolean> {
  let waiting: Promise<boolean> | null = null;
  return () => {
    waiting ??= new Promise<boolean>((answer) => show({ answer })).finally(() => {
      waiting = null;
    });
    return waiting;
  };
}
