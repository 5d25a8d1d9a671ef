import { Send } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RichText, type RichTextHand } from '#ui/rich-text.tsx';
import { Attachments } from './attachments.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { useDraft, type Draft, type DraftChange, type Person } from './draft.ts';
import { OFFER_BLOCKS } from './offers/offer-block.tsx';
import { OfferDeskProvider } from './offers/offer-desk.ts';
import { OffersButton, OffersPanel } from './offers/offers-panel.tsx';
import { useMadeLinks } from './offers/use-made-links.ts';
import { useOffers } from './offers/use-offers.ts';
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
  /** Times are being chosen beside the text, which takes room; or no more. */
  onWide?: (wide: boolean) => void;
  /** Opened to write at once: the first field has the focus. */
  focused?: boolean;
}

/** Writes an e-mail (P6). Ctrl Enter sends it; what is typed stays, here and on other pages, until it is sent. */
export function EmailComposer(props: EmailComposerProps) {
  const t = useEmailWords();
  const { draft, write, throwAway, sending } = useLetter(props);
  const offers = useOffers(write, props.onWide);
  const first = useFirstField(props.focused === true);
  const parts = { draft, write, errorAt: sending.errorAt };
  return (
    <OfferDeskProvider value={offers.desk}>
      <section aria-label={t('compose.title')} className="@container min-w-0">
        <div className={offers.asked ? BESIDE : undefined}>
          <div className="grid min-w-0 content-start gap-3 self-start @min-[50rem]:sticky @min-[50rem]:top-0">
            <Recipients {...parts} people={props.people} first={first} />
            <Words {...parts} onSubmit={() => sending.send()} hand={offers.hand} />
            <Files {...parts} />
            <div className="flex flex-wrap items-center gap-2">
              <OffersButton offers={offers} />
              <ComposerMenu draft={draft} record={props.record} onFill={write} onDrop={throwAway} />
              <SendButtons {...sending} />
            </div>
          </div>
          <OffersPanel offers={offers} hasRecord={props.record !== null} />
        </div>
      </section>
    </OfferDeskProvider>
  );
}

/** The draft, and what becomes of it. */
function useLetter({ path, people, onSent }: EmailComposerProps) {
  const { draft, change, drop } = useDraft(path, people.slice(0, 1));
  const { leave } = useMadeLinks(draft, change);
  const { send, isSending, errorAt, forget } = useSendEmail(path, ({ html }) => {
    leave(html);
    drop();
    onSent?.();
  });
  const isReady = draft.to.length > 0 && draft.subject.trim() !== '' && draft.html !== '' && !isSending;
  const write = (next: DraftChange) => {
    forget();
    change(next);
  };
  const throwAway = () => {
    leave('');
    drop();
  };
  const sendAt = (at?: string) => isReady && send({ draft, ...(at !== undefined && { sendAt: at }) });
  return { draft, write, throwAway, sending: { send: sendAt, isReady, isSending, errorAt } };
}

function SendButtons({ send, isReady, isSending, errorAt }: ReturnType<typeof useLetter>['sending']) {
  return (
    <span className="ms-auto flex flex-wrap items-center justify-end gap-2">
      <SendLater disabled={!isReady} onSend={send} error={errorAt('sendAt')} />
      <SendButton busy={isSending} disabled={!isReady} onClick={() => send()} />
    </span>
  );
}

/** Times are chosen beside the text where there is room, else below it. */
const BESIDE = 'grid gap-5 @min-[50rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]';

function Files({ draft, write, errorAt }: PartProps) {
  return (
    <Attachments
      files={draft.files}
      onAdd={(file) => write((now) => ({ files: [...now.files, file] }))}
      onRemove={(id) => write((now) => ({ files: now.files.filter((file) => file.id !== id) }))}
      error={errorAt('attachments')}
    />
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

interface WordsProps extends PartProps {
  onSubmit: () => void;
  hand: RefObject<RichTextHand | null>;
}

/** Enter alone sends nothing: a letter is easily sent too early. */
function Words({ draft, write, errorAt, onSubmit, hand }: WordsProps) {
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
        blocks={OFFER_BLOCKS}
        hand={hand}
        onSubmit={onSubmit}
        className="[&_.rich-text-edit]:min-h-40"
        error={errorAt('html')}
      />
    </>
  );
}
