import { Inbox } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import { useMe } from '../../use-me.ts';
import { useMailWords } from './words.ts';

/** Said only where it matters: nothing leaves this house yet. */
export function HowMailIsSent() {
  const t = useMailWords();
  const { mailCaptured } = useMe();
  if (!mailCaptured) return null;
  return (
    <div className="border-b border-line px-6 py-3 max-tablet:px-4">
      <Note tone="wait" icon={Inbox} title={t('captured.title')}>
        {t('captured.what')}
      </Note>
    </div>
  );
}
