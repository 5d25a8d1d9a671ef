import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { writeToClipboard } from './clipboard.ts';
import { IconButton } from './icon-button.tsx';
import { Input } from './input.tsx';
import { usePartWords } from './parts-words.ts';

export interface CopyFieldProps {
  /** What is copied, read aloud: "Address of the link". */
  label: string;
  value: string;
  className?: string;
}

/** An address or a key to take along. */
export function CopyField({ label, value, className }: CopyFieldProps) {
  const t = usePartWords();
  const { said, copy } = useCopy(value);
  return (
    <span className={classNames('block min-w-0', className)}>
      <span className="flex min-w-0 items-center gap-1">
        <Input
          dir="ltr"
          readOnly
          value={value}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-12"
        />
        <IconButton
          icon={said === 'copied' ? Check : Copy}
          kind="plain"
          size="m"
          label={said === 'copied' ? t('parts.copied') : t('parts.copy')}
          onClick={copy}
        />
      </span>
      <output className={said === null ? 'sr-only' : 'mt-1 block text-12 text-faint'}>
        {said === 'copied' && t('parts.copied')}
        {said === 'failed' && t('parts.copyFailed')}
      </output>
    </span>
  );
}

/** Copies; says for two seconds that it did. */
export function useCopy(value: string) {
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    const timer = said && setTimeout(() => setSaid(null), said === 'copied' ? 2000 : 8000);
    return () => clearTimeout(timer ?? undefined);
  }, [said]);
  const copy = () =>
    void writeToClipboard(value).then(
      () => setSaid('copied'),
      () => setSaid('failed'),
    );
  return { said, copy };
}
