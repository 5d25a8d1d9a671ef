import { Send } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { Attachments } from './attachments.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { useDraft, type Draft, type DraftChange, type Person } from './draft.ts';
import { RecipientsField } from './recipients-field.tsx';
import { SendLater } from './send-later.tsx';
import { useSendEmail } from './use-send-email.ts';
import { useEmailWords } from './words.ts';

export interface EmailComposerProps {
  /** Where it is written from: '/api/leads/018f…', or '/api' without a record. */
  path: string;
  record: { kind: string; id: string } | null;
  /** The record's people, offered first; the first one is written to unless another is chosen. */
  people: readonly Person[];
  onSent?: () => void;
  /** Opened to write at once: the first field has the focus. */
  focused?: boolean;
}

/** Writes an e-mail (P6). Ctrl Enter sends it; what is typed stays, here and on other pages, until it is sent. */
export function EmailComposer({ path, record, people, onSent, focused = false }: EmailComposerProps) {
  const t = useEmailWords();
  const first = useFirstField(focused);
  const { draft, change, drop } = useDraft(path, people.slice(0, 1));
  const { send, isSending, errorAt, forget } = useSendEmail(path, () => {
    drop();
    onSent?.();
  });
  const isReady = draft.to.length > 0 && draft.subject.trim() !== '' && draft.html !== '' && !isSending;
  const sendNow = () => isReady && send({ draft });
  const write = (next: DraftChange) => {
    forget();
    change(next);
  };
  return (
    <section aria-label={t('compose.title')} className="grid min-w-0 gap-3">
      <Recipients draft={draft} write={write} people={people} errorAt={errorAt} first={first} />
      <Words draft={draft} write={write} errorAt={errorAt} onSubmit={sendNow} />
      <Attachments
        files={draft.files}
        onAdd={(file) => write((now) => ({ files: [...now.files, file] }))}
        onRemove={(id) => write((now) => ({ files: now.files.filter((file) => file.id !== id) }))}
        error={errorAt('attachments')}
      />
      <div className="flex flex-wrap items-center gap-2">
        <ComposerMenu draft={draft} record={record} onFill={write} onDrop={drop} />
        <span className="ms-auto flex flex-wrap items-center justify-end gap-2">
          <SendLater
            disabled={!isReady}
            onSend={(sendAt) => send({ draft, sendAt })}
            error={errorAt('sendAt')}
          />
          <SendButton busy={isSending} disabled={!isReady} onClick={sendNow} />
        </span>
      </div>
    </section>
  );
}

/** After the panel around it, which takes the focus when it opens. */
function useFirstField(focused: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focused) return undefined;
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focused]);
  return field;
}

function SendButton(props: { busy: boolean; disabled: boolean; onClick: () => void }) {
  const t = useEmailWords();
  return (
    <Button {...props} kind="primary" size="m" icon={Send} shortcut="Ctrl ↵">
      {t('compose.send')}
    </Button>
  );
}

interface PartProps {
  draft: Draft;
  write: (change: DraftChange) => void;
  errorAt: (field: string) => string | undefined;
}

interface RecipientsProps extends PartProps {
  people: readonly Person[];
  first: RefObject<HTMLInputElement | null>;
}

function Recipients({ draft, write, people, errorAt, first }: RecipientsProps) {
  const t = useEmailWords();
  const { member } = useMe();
  const [hasCc, setCc] = useState(draft.cc.length > 0);
  return (
    <>
      <RecipientsField
        ref={first}
        label={t('compose.to')}
        value={draft.to}
        onChange={(to) => write({ to })}
        people={people}
        error={errorAt('to')}
      />
      {hasCc ? (
        <RecipientsField
          label={t('compose.cc')}
          value={draft.cc}
          onChange={(cc) => write({ cc })}
          people={people}
          error={errorAt('cc')}
        />
      ) : (
        <p className="flex min-w-0 items-center justify-between gap-2 text-12 text-faint">
          <bdi className="truncate">{t('compose.answersTo', { address: member.email })}</bdi>
          <Button kind="quiet" onClick={() => setCc(true)}>
            {t('compose.addCc')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Enter alone sends nothing: a letter is easily sent too early. */
function Words({ draft, write, errorAt, onSubmit }: PartProps & { onSubmit: () => void }) {
  const t = useEmailWords();
  return (
    <>
      <Field label={t('compose.subject')} error={errorAt('subject')}>
        <Input
          value={draft.subject}
          maxLength={200}
          autoComplete="off"
          onChange={(subject) => write({ subject })}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit()}
        />
      </Field>
      <RichText
        label={t('compose.text')}
        placeholder={t('compose.textHint')}
        value={draft.html}
        onChange={(html) => write({ html })}
        onSubmit={onSubmit}
        className="[&_.rich-text-edit]:min-h-40"
        error={errorAt('html')}
      />
    </>
  );
}
