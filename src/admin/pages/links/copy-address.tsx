import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { writeToClipboard } from '#ui/clipboard.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useToast } from '#ui/toast.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';

/** What tells addresses of one house apart: '/termika/talk-with-anna'. */
export function shortAddress({ url }: Pick<LinkView, 'url'>): string {
  return new URL(url).pathname;
}

/** The address as text, and a button that copies all of it. */
export function CopyAddress({ link }: { link: LinkView }) {
  const t = useLinkWords();
  const { copy, isCopied } = useCopy(link.url);
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="truncate font-mono text-12 text-muted" title={link.url}>
        {shortAddress(link)}
      </span>
      <IconButton
        icon={isCopied ? Check : Copy}
        label={isCopied ? t('share.copied') : t('share.copyOf', { title: link.title })}
        onClick={copy}
      />
    </span>
  );
}

const SHOWN_MS = 2000;

/** Copies, and says so for a moment; where the browser refuses, the address is shown to be copied by hand. */
export function useCopy(text: string): { copy: () => void; isCopied: boolean } {
  const t = useLinkWords();
  const toast = useToast();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await writeToClipboard(text);
      setCopied(true);
      toast.done(t('share.done', { address: text }));
    } catch {
      toast.failed(t('share.byHand', { address: text }));
    }
  };
  return { copy: () => void copy(), isCopied };
}
