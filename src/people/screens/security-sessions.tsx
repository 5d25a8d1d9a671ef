import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { sessionsQuery } from './security-queries.ts';
import { useRefusal } from './security-refusal.ts';
import { SessionRow } from './session-row.tsx';
import { useEndAllSessions } from './end-session.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePeopleWords } from './words.ts';

/** Every browser this person is signed in with, and the way out of each. */
export function SessionsSection() {
  const t = usePeopleWords();
  const { data, isError, refetch, isFetching } = useQuery(sessionsQuery);
  const section = useKeptFocus(data?.items.length);
  return (
    <section ref={section} tabIndex={-1} aria-label={t('security.sessions.title')}>
      <SectionHead title={t('security.sessions.title')} aside={<Everywhere />} />
      {data && (
        <ul className="border-t border-line">
          {data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
      {!data && !isError && <Skeleton rows={2} />}
      {!data && isError && (
        <Problem title={t('security.sessions.failed')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </section>
  );
}

function Everywhere() {
  const t = usePeopleWords();
  const [asked, setAsked] = useState(false);
  const end = useEndAllSessions();
  const { whole } = useRefusal(end.error);
  return (
    <>
      <Button kind="danger" onClick={() => setAsked(true)}>
        {t('security.sessions.all')}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('security.sessions.allTitle')}
        action={t('security.sessions.all')}
        kind="danger"
        busy={end.isPending}
        error={whole}
        onConfirm={() => end.mutate()}
      >
        {t('security.sessions.allWhat')}
      </ConfirmDialog>
    </>
  );
}
