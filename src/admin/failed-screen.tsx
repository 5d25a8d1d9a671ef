import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useAdminWords } from './words.ts';

/** A screen that broke: the rest of the app stands, and trying again is one press. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const t = useAdminWords();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="grid gap-2 p-6" role="alert">
      <h1 className="text-16 font-semibold">{t('failed.title')}</h1>
      <p className="text-muted">{t('failed.what')}</p>
      <p className="font-mono text-12 text-faint">{error instanceof Error ? error.message : ''}</p>
      <div>
        <button
          type="button"
          onClick={again}
          className="h-(--control-s) rounded-s border border-line-mid px-2.5 font-medium hover:bg-hover"
        >
          {t('failed.again')}
        </button>
      </div>
    </main>
  );
}

export function NoSuchScreen() {
  const t = useAdminWords();
  return (
    <main className="grid gap-2 p-6">
      <h1 className="text-16 font-semibold">{t('nowhere.title')}</h1>
      <p className="text-muted">{t('nowhere.what')}</p>
      <p>
        <Link to="/" className="text-accent-text underline underline-offset-3">
          {t('nowhere.home')}
        </Link>
      </p>
    </main>
  );
}
