import { useInfiniteQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { contactsQuery } from '#crm/contacts/screens/contact-queries.ts';
import { EmailComposer } from '#emails/screens/email-composer.tsx';
import { EmailList } from '#emails/screens/email-list.tsx';
import { useEmailWords } from '#emails/screens/words.ts';
import { Button } from '#ui/button.tsx';

/** P6: what was written to the company's people and by them, how it fared, and the next letter. */
export function CompanyEmails({ companyId, path }: { companyId: string; path: string }) {
  const t = useEmailWords();
  const [isWriting, setWriting] = useState(false);
  const contacts = useInfiniteQuery(contactsQuery({ companyId, sort: 'name' }));
  const people = (contacts.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ name, emails }) => emails.map(({ address }) => ({ name, address })));
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
        <EmailComposer
          path={path}
          record={{ kind: 'company', id: companyId }}
          people={people}
          onSent={() => setWriting(false)}
        />
      )}
      <EmailList path={path} onAnswer={() => setWriting(true)} />
    </section>
  );
}
