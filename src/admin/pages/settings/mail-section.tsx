import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WholeMail } from '#platform/mailer/mail-fields.ts';
import { MailboxPart } from '#emails/screens/mailbox-part.tsx';
import { DeclineRule } from '#people/screens/decline-rule.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { State, type Shape } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from './words.ts';

/** How mail leaves the house, and a test that shows whether it does. */
export function MailSection() {
  const t = useSettingsWords();
  const { mailCaptured, mailFrom } = useMe();
  return (
    <SettingsSection title={t('section.mail')} help={t('mail.help')}>
      {mailCaptured ? (
        <Note tone="wait" title={t('mail.keptHere')}>
          {t('mail.capturedWhat')} <code className="font-mono">SMTP_URL</code>
        </Note>
      ) : (
        <p>{t('mail.smtp')}</p>
      )}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-faint">{t('mail.from')}</dt>
        <dd className="wrap-anywhere">
          <bdi>{mailFrom}</bdi>
        </dd>
      </dl>
      <SettingsPart title={t('mail.test')} help={t('mail.testHelp')}>
        <TestMail />
      </SettingsPart>
      <MailboxPart />
      <div className="mt-6">
        <DeclineRule />
      </div>
      <p className="mt-8">
        <Link to="/mail" className={TEXT_LINK}>
          {t('mail.all')}
        </Link>
      </p>
    </SettingsSection>
  );
}

function TestMail() {
  const t = useSettingsWords();
  const { member } = useMe();
  const [sent, setSent] = useState<{ id: string; to: string } | null>(null);
  const send = useMutation({
    mutationFn: () => request<{ id: string; to: string }>('POST', '/api/mail/test', { body: {} }),
    onSuccess: setSent,
  });
  const { error } = send;
  return (
    <div className="grid justify-items-start gap-3">
      <Button onClick={() => send.mutate()} busy={send.isPending}>
        {t('mail.send', { email: member.email })}
      </Button>
      {error && (
        <p role="alert" className="text-danger">
          {error instanceof RequestProblem && error.status > 0 ? error.message : t('failed')}
        </p>
      )}
      {sent && <TestState key={sent.id} {...sent} />}
    </div>
  );
}

const SHAPES: Record<WholeMail['state'], Shape> = {
  queued: 'queued',
  sent: 'order',
  captured: 'order',
  failed: 'broken',
  dropped: 'over',
};

const A_SECOND = 1000;

/** Looked at every second until it is known what became of it. */
function TestState({ id, to }: { id: string; to: string }) {
  const t = useSettingsWords();
  const { data } = useQuery({
    queryKey: ['mail', 'one', id],
    queryFn: ({ signal }) => request<WholeMail>('GET', `/api/mail/${id}`, { signal }),
    refetchInterval: ({ state }) => (!state.data || state.data.state === 'queued' ? A_SECOND : false),
  });
  const state = data?.state ?? 'queued';
  return (
    <output className="grid gap-1">
      <State shape={SHAPES[state]}>{t(`mail.${state}`, { to })}</State>
      {data?.error && <span className="font-mono text-12 wrap-anywhere text-danger">{data.error}</span>}
      {state === 'captured' && (
        <Link to="/mail" search={{ open: id }} className={TEXT_LINK}>
          {t('mail.look')}
        </Link>
      )}
    </output>
  );
}
