import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import type { Choice } from '#ui/choices.ts';
import { CopyField } from '#ui/copy-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RequestProblem } from '#ui/request.ts';
import { inviteTo, type InvitationInput, type LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { AddressOfRecord } from './address-of-record.tsx';
import { LinkFinder } from './link-finder.tsx';
import type { RecordRef } from './people-of-record.ts';
import { RecordFinder, type FoundRecord } from './record-finder.tsx';

interface Fixed {
  /** Known already: the dialog was opened from it. */
  link?: Pick<LinkView, 'id'>;
  record?: FoundRecord;
}

interface PersonalLinkDialogProps extends Fixed {
  open: boolean;
  onClose: () => void;
}

/** C4: an address of a link that knows whom it is sent to; asked for from the link, or from the person. */
export function PersonalLinkDialog({ open, onClose, ...fixed }: PersonalLinkDialogProps) {
  const t = useLinkWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('personal.title')}
      description={t('personal.what')}
      keepsTyped
    >
      <PersonalLinkForm {...fixed} />
    </Dialog>
  );
}

/** The same, where a dialog stands already. */
export function PersonalLinkForm(fixed: Fixed) {
  const { wish, change, isComplete, send, busy, made, error } = usePersonalLink(fixed);
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      {!fixed.link && <LinkFinder value={wish.link} onChange={(link) => change({ link })} />}
      {!fixed.record && (
        <RecordFinder value={wish.record} onChange={(record) => change({ record, email: '' })} />
      )}
      {wish.record && (
        <AddressOfRecord
          record={refOf(wish.record)}
          value={wish.email}
          onChange={(email) => change({ email })}
          error={error?.fields.email}
        />
      )}
      <Failure words={error?.whole} />
      {made ? (
        <Made url={made.url} onAgain={fixed.record ? undefined : () => change({ record: null, email: '' })} />
      ) : (
        <Make busy={busy} disabled={!isComplete} />
      )}
    </form>
  );
}

function Make(props: { busy: boolean; disabled: boolean }) {
  const t = useLinkWords();
  return (
    <div>
      <Button type="submit" kind="primary" size="m" {...props}>
        {t('personal.make')}
      </Button>
    </div>
  );
}

interface Wish {
  link: Choice | null;
  record: FoundRecord | null;
  email: string;
}

function usePersonalLink({ link, record }: Fixed) {
  const [wish, setWish] = useState<Wish>({
    link: link ? { value: link.id, label: '' } : null,
    record: record ?? null,
    email: '',
  });
  const { mutate, isPending, data, error, reset } = useInvitation();
  const email = wish.email.trim();
  const body = wish.link && wish.record && email ? { record: refOf(wish.record), email } : null;
  return {
    wish,
    isComplete: body !== null,
    busy: isPending,
    made: data,
    error,
    change: (change: Partial<Wish>) => {
      reset();
      setWish((before) => ({ ...before, ...change }));
    },
    send: (event: FormEvent) => {
      event.preventDefault();
      if (body && wish.link && !isPending) mutate({ linkId: wish.link.value, body });
    },
  };
}

function Failure({ words }: { words: string | undefined }) {
  if (!words) return null;
  return (
    <p role="alert" className="text-danger">
      {words}
    </p>
  );
}

function refOf({ kind, value }: FoundRecord): RecordRef {
  return { kind, id: value };
}

function Made({ url, onAgain }: { url: string; onAgain?: () => void }) {
  const t = useLinkWords();
  return (
    <div className="grid gap-3">
      <div>
        <CopyField label={t('personal.address')} value={url} />
        <p className="mt-1 text-12 text-muted">{t('personal.secret')}</p>
      </div>
      {onAgain && (
        <div>
          <Button onClick={onAgain}>{t('personal.again')}</Button>
        </div>
      )}
    </div>
  );
}

function useInvitation() {
  const t = useLinkWords();
  const { error, ...made } = useMutation({
    mutationFn: ({ linkId, body }: { linkId: string; body: InvitationInput }) => inviteTo(linkId, body),
  });
  return { ...made, error: error && problemOf(error, t('personal.failed')) };
}

/** What is wrong with the address stands at it; anything else under the form. */
function problemOf(error: Error, otherwise: string): { fields: { email?: string }; whole?: string } {
  if (!(error instanceof RequestProblem)) return { fields: {}, whole: otherwise };
  const email = error.errors.find(({ path }) => path === 'email')?.message;
  if (email) return { fields: { email } };
  return { fields: {}, whole: error.status >= 400 && error.status < 500 ? error.message : otherwise };
}
