import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { MailFacts } from './mail-facts.tsx';
import { MailStateMark } from './mail-state-mark.tsx';
import { mailQuery, type WholeMail } from './mail-queries.ts';
import { useMailWords } from './words.ts';

/** One mail: where it is, and what it says as its reader sees it. */
export function MailPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMailWords();
  const { data, isError, refetch, isFetching } = useQuery(mailQuery(id));
  return (
    <SidePanel
      label={data?.subject ?? t('one')}
      onClose={onClose}
      head={data && <MailStateMark state={data.state} />}
      className="tablet:w-152"
    >
      {data && <Mail mail={data} />}
      {!data && !isError && <Skeleton rows={6} row="text" />}
      {!data && isError && (
        <Problem title={t('failed.one')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </SidePanel>
  );
}

function Mail({ mail }: { mail: WholeMail }) {
  return (
    <div className="flex min-h-full flex-col">
      <PanelSection>
        <h2 dir="auto" className="text-16 font-semibold wrap-anywhere">
          {mail.subject}
        </h2>
        <MailFacts mail={mail} />
      </PanelSection>
      <Said mail={mail} />
    </div>
  );
}

type Form = 'html' | 'text' | 'ics';

function Said({ mail }: { mail: WholeMail }) {
  const t = useMailWords();
  const [form, setForm] = useState<Form>('html');
  const invitation = mail.attachments[0];
  const forms: Form[] = invitation ? ['html', 'text', 'ics'] : ['html', 'text'];
  return (
    <section className="flex min-h-120 flex-1 flex-col gap-3 border-t border-line px-5 py-4">
      <Segmented
        label={t('form.label')}
        items={forms.map((value) => ({ value, label: t(`form.${value}`) }))}
        value={form}
        onChange={setForm}
        className="self-start"
      />
      {form === 'html' && (
        <iframe
          title={t('form.html')}
          src={`/api/mail/${mail.id}/page`}
          sandbox=""
          className="min-h-96 w-full flex-1 rounded-r border border-line bg-[Canvas] [color-scheme:light_dark]"
        />
      )}
      {form === 'text' && <Plain text={mail.text} />}
      {form === 'ics' && invitation && <Plain text={invitation.text} />}
    </section>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <pre
      dir="auto"
      // It scrolls, so the keyboard must be able to reach it.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
      className="scroll-pane min-h-0 flex-1 rounded-r border border-line p-4 font-mono text-12 whitespace-pre-wrap wrap-anywhere"
    >
      {text}
    </pre>
  );
}
