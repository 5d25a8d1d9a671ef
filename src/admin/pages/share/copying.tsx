import { useEffect, useState } from 'react';
import { useShareWords } from './words.ts';

type Said = 'copied' | 'failed' | null;

/** Copies, and says so for a moment. Where a browser refuses, what was to be copied is selected. */
export function useCopying(select: () => void): { said: Said; copy: (write: () => Promise<void>) => void } {
  const [said, setSaid] = useState<Said>(null);
  useEffect(() => {
    const timer = said && setTimeout(() => setSaid(null), said === 'copied' ? 3000 : 20_000);
    return () => clearTimeout(timer ?? undefined);
  }, [said]);
  const failed = () => {
    setSaid('failed');
    select();
  };
  const copy = async (write: () => Promise<void>) => {
    try {
      await write();
      setSaid('copied');
    } catch {
      failed();
    }
  };
  return { said, copy: (write) => void copy(write) };
}

/** Read aloud, and seen beside the button. */
export function WhatWasCopied({ said }: { said: Said }) {
  const t = useShareWords();
  return (
    <output className="min-w-0 flex-1 text-12 text-muted">
      {said === 'copied' && t('copied')}
      {said === 'failed' && t('byHand')}
    </output>
  );
}
