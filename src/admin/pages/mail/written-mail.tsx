import { EmailList } from '#emails/screens/email-list.tsx';
import { useMailWords } from './words.ts';

/** E-mails one wrote, wherever they were written from, and how each fares. */
export function WrittenMail({ wanted, onAnswer }: { wanted?: string; onAnswer: () => void }) {
  const t = useMailWords();
  return (
    <section
      aria-label={t('written')}
      className="scroll-pane min-h-0 min-w-0 flex-1 px-6 py-3 max-tablet:px-4"
    >
      <EmailList path="/api" wanted={wanted} onAnswer={onAnswer} />
    </section>
  );
}
