import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { usePartWords } from './parts-words.ts';

export interface ProblemProps {
  /** What happened: "Contacts could not be loaded". */
  title: ReactNode;
  /** What still works and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** What to name when asking for help. */
  reference?: string;
  /** Broken for more than a moment: red. */
  broken?: boolean;
}

/** What failed, beside where it failed. */
export function Problem({ title, children, onRetry, retrying, reference, broken = false }: ProblemProps) {
  const t = usePartWords();
  return (
    <div className="min-w-0 p-4">
      <Note
        alert
        tone={broken ? 'danger' : 'plain'}
        icon={RotateCw}
        title={title}
        action={
          onRetry && (
            <Button onClick={onRetry} busy={retrying}>
              {t('parts.retry')}
            </Button>
          )
        }
      >
        {children}
      </Note>
      {reference && (
        <p className="mt-2 text-end text-12 wrap-anywhere text-faint">
          {t('parts.reference')} <code className="font-mono select-all">{reference}</code>
        </p>
      )}
    </div>
  );
}
