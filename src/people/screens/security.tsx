import { PasswordSection } from './security-password.tsx';
import { SessionsSection } from './security-sessions.tsx';
import { TwoFactorSection } from './security-two-factor.tsx';
import { usePeopleWords } from './words.ts';

/** Everybody's own: password, second step, and where they are signed in. Stands inside the frame of the settings. */
export function SecurityScreen() {
  const t = usePeopleWords();
  return (
    <div className="grid w-full max-w-180 content-start gap-8 px-8 py-5 max-phone:px-4">
      <header>
        <h2 className="text-16 font-semibold">{t('security.title')}</h2>
        <p className="text-muted">{t('security.what')}</p>
      </header>
      <PasswordSection />
      <TwoFactorSection />
      <SessionsSection />
    </div>
  );
}
