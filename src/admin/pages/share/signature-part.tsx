import { useQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { accentTokens } from '#ui/accent.ts';
import { Button } from '#ui/button.tsx';
import { writeRichToClipboard } from '#ui/clipboard.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Carried } from './carried.tsx';
import { CopyText } from './copy-text.tsx';
import { useCopying, WhatWasCopied } from './copying.tsx';
import { signatureHtml, signatureText, type Signature } from './signature.ts';
import type { Shared } from './use-shared.ts';
import { WhichAddress } from './which-address.tsx';
import { useShareWords } from './words.ts';

const MOST_SIGNS = 120;

/** A line for the end of one's e-mails. */
export function SignaturePart({ shared }: { shared: Shared }) {
  const t = useShareWords();
  const { workspace } = useMe();
  const usual = t('signature.book', { name: useWithWhom(shared.link) });
  const [typed, setTyped] = useState<string | null>(null);
  const color = accentTokens(workspace.accent).light.accent;
  const signature = { url: shared.address, words: typed?.trim() ? typed : usual, color };
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="text-muted">{t('signature.what')}</p>
      <WhichAddress shared={shared} />
      <Field label={t('signature.words')}>
        <Input value={typed ?? usual} maxLength={MOST_SIGNS} onChange={setTyped} />
      </Field>
      <Rich signature={signature} />
      <Carried shared={shared} />
      <section className="grid grid-cols-1 gap-4 border-t border-line pt-4">
        <h3 className="text-muted">{t('signature.other')}</h3>
        <CopyText
          label={t('signature.html')}
          value={signatureHtml(signature)}
          action={t('signature.copyHtml')}
        />
        <CopyText
          label={t('signature.plain')}
          value={signatureText(signature)}
          action={t('signature.copyPlain')}
        />
      </section>
    </div>
  );
}

/** As a mail program shows it; that is what is copied, looks and all. */
function Rich({ signature }: { signature: Signature }) {
  const t = useShareWords();
  const shown = useRef<HTMLParagraphElement>(null);
  const { said, copy } = useCopying(() => shown.current && getSelection()?.selectAllChildren(shown.current));
  const write = () => writeRichToClipboard(signatureHtml(signature), signatureText(signature));
  return (
    <div>
      <h3 className="mb-1 font-medium">{t('signature.preview')}</h3>
      <p
        ref={shown}
        dir="auto"
        className="rounded-s border border-line px-4 py-3 wrap-anywhere forced-color-adjust-none"
        style={{ background: '#ffffff' }}
      >
        <a
          href={signature.url}
          target="_blank"
          rel="noreferrer"
          className="font-[Arial,Helvetica,sans-serif] text-14 font-bold underline"
          style={{ color: signature.color }}
        >
          {signature.words.trim()}
        </a>
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button kind="primary" icon={said === 'copied' ? Check : Copy} onClick={() => copy(write)}>
          {t('signature.copy')}
        </Button>
        <WhatWasCopied said={said} />
      </div>
    </div>
  );
}

/** The one host by their first name, several by the firm's. */
function useWithWhom({ hostIds }: Shared['link']): string {
  const { workspace, member } = useMe();
  const { data: members } = useQuery(membersQuery());
  if (hostIds.length !== 1) return workspace.name;
  const host = hostIds[0] === member.id ? member : members?.find(({ id }) => id === hostIds[0]);
  return host?.name.split(' ')[0] ?? workspace.name;
}
