import { Mail } from 'lucide-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmailComposer, type EmailComposerProps } from '#emails/screens/email-composer.tsx';
import { EmailList } from '#emails/screens/email-list.tsx';
import { useEmailWords } from '#emails/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { recordSearch } from './record-tab.ts';

type RecordEmailsProps = Pick<EmailComposerProps, 'path' | 'record' | 'people'>;

/** P6: what was written to a record's people and by them, how it fared, and the next letter. */
export function RecordEmails({ path, record, people }: RecordEmailsProps) {
  const t = useEmailWords();
  const [isWriting, setWriting] = useState(false);
  const { email } = recordSearch(useSearch({ strict: false }));
  return (
    <section aria-label={t('list.label')} className="grid min-w-0 gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t('list.label')}</h2>
        {!isWriting && (
          <Button icon={Mail} onClick={() => setWriting(true)}>
            {t('compose.title')}
          </Button>
        )}
      </div>
      {isWriting && (
        <EmailComposer path={path} record={record} people={people} onSent={() => setWriting(false)} />
      )}
      <EmailList path={path} onAnswer={() => setWriting(true)} wanted={email} />
    </section>
  );
}
