import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { CopyField } from '#ui/copy-field.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RequestProblem } from '#ui/request.ts';
import { inviteTo, type InvitationInput, type LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { RecordRef } from './people-of-record.ts';
import { RecordFinder, type FoundRecord } from './record-finder.tsx';
import { AddressOfRecord } from './address-of-record.tsx';

interface PersonalLinkDialogProps {
  link: Pick<LinkView, 'id'>;
  open: boolean;
  onClose: () => void;
}

/** C4: an address of the link that knows whom it is sent to. */
export function PersonalLinkDialog({ link, open, onClose }: PersonalLinkDialogProps) {
  const t = useLinkWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('personal.title')}
      description={t('personal.what')}
      keepsTyped
    >
      <PersonalLinkForm linkId={link.id} />
    </Dialog>
  );
}

function PersonalLinkForm({ linkId }: { linkId: string }) {
  const t = useLinkWords();
  const [record, setRecord] = useState<FoundRecord | null>(null);
  const [email, setEmail] = useState('');
  const { mutate, isPending, data, error, reset } = useInvitation(linkId);
  const change = (next: FoundRecord | null, address = '') => {
    reset();
    setRecord(next);
    setEmail(address);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (record && email.trim() && !isPending) mutate({ record: refOf(record), email: email.trim() });
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      <RecordFinder value={record} onChange={change} />
      {record && (
        <AddressOfRecord
          record={refOf(record)}
          value={email}
          onChange={(address) => change(record, address)}
          error={error?.fields.email}
        />
      )}
      <Failure words={error?.whole} />
      {data ? (
        <Made url={data.url} onAgain={() => change(null)} />
      ) : (
        <div>
          <Button type="submit" kind="primary" size="m" busy={isPending} disabled={!record || !email.trim()}>
            {t('personal.make')}
          </Button>
        </div>
      )}
    </form>
  );
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

function Made({ url, onAgain }: { url: string; onAgain: () => void }) {
  const t = useLinkWords();
  return (
    <div className="grid gap-3">
      <div>
        <CopyField label={t('personal.address')} value={url} />
        <p className="mt-1 text-12 text-muted">{t('personal.secret')}</p>
      </div>
      <div>
        <Button onClick={onAgain}>{t('personal.again')}</Button>
      </div>
    </div>
  );
}

function useInvitation(linkId: string) {
  const t = useLinkWords();
  const { error, ...made } = useMutation({ mutationFn: (body: InvitationInput) => inviteTo(linkId, body) });
  return { ...made, error: error && problemOf(error, t('personal.failed')) };
}

/** What is wrong with the address stands at it; anything else under the form. */
function problemOf(error: Error, otherwise: string): { fields: { email?: string }; whole?: string } {
  if (!(error instanceof RequestProblem)) return { fields: {}, whole: otherwise };
  const email = error.errors.find(({ path }) => path === 'email')?.message;
  if (email) return { fields: { email } };
  return { fields: {}, whole: error.status >= 400 && error.status < 500 ? error.message : otherwise };
}
