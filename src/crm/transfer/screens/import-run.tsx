import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Meter } from '#ui/meter.tsx';
import { Note } from '#ui/note.tsx';
import { useLanguage } from '#ui/words.tsx';
import { Counts } from './counts.tsx';
import type { ImportView } from './import-queries.ts';
import type { ImportActs } from './use-import-acts.ts';
import { useTransferWords } from './words.ts';

export interface ImportRunProps {
  found: ImportView;
  acts: ImportActs;
  /** Where the new records are. */
  toList: ReactNode;
  /** Another file of the same kind. */
  toNext: ReactNode;
}

/** How far an import is and what came of it. */
export function ImportRun({ found, acts, toList, toNext }: ImportRunProps) {
  const t = useTransferWords();
  const { state, made, updated, skipped, refused } = found;
  return (
    <div className="grid max-w-160 gap-5">
      <Standing found={found} acts={acts} />
      <Counts
        counts={[
          { key: 'made', label: t('count.new'), count: made },
          { key: 'updated', label: t('count.update'), count: updated },
          { key: 'skipped', label: t('count.skip'), count: skipped },
          { key: 'refused', label: t('count.refused'), count: refused, isBad: true },
        ]}
      />
      {refused > 0 && state !== 'running' && <RefusedRows id={found.id} />}
      {state !== 'running' && (
        <div className="flex flex-wrap gap-2">
          {made + updated > 0 && toList}
          {toNext}
        </div>
      )}
    </div>
  );
}

function Standing({ found, acts }: Pick<ImportRunProps, 'found' | 'acts'>) {
  const t = useTransferWords();
  const language = useLanguage();
  const { state, reason } = found;
  const figures = { done: found.done.toLocaleString(language), of: found.of.toLocaleString(language) };
  const goOn = (
    <Button kind="primary" busy={acts.isBusy} onClick={acts.run}>
      {t('goOn')}
    </Button>
  );
  if (state === 'running') return <Running found={found} words={t('running.progress', figures)} />;
  if (state === 'done') return <p className="text-16 font-semibold">{t('done.title')}</p>;
  if (state === 'stopped') {
    return (
      <Note tone="wait" title={t('stopped.title')} action={goOn}>
        {t('stopped.what', figures)}
      </Note>
    );
  }
  return (
    <Note tone="danger" alert title={t('failed.title')} action={goOn}>
      {t('failed.what', figures)}
      {reason && <code className="mt-1 block font-mono text-12 select-all">{reason}</code>}
    </Note>
  );
}

function Running({ found, words }: { found: ImportView; words: string }) {
  const t = useTransferWords();
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-16 font-semibold">{t('running.title')}</span>
        <span className="tabular text-muted">{words}</span>
      </p>
      <Meter label={t('running.title')} value={found.done} max={found.of} text={words} />
      <p className="mt-2 text-muted">{t('running.leave')}</p>
    </div>
  );
}

function RefusedRows({ id }: { id: string }) {
  const t = useTransferWords();
  return (
    <Note
      action={
        <LinkButton
          icon={Download}
          render={<a href={`/api/imports/${id}/errors.csv`} download aria-label={t('refused.download')} />}
        >
          {t('refused.download')}
        </LinkButton>
      }
      title={t('refused.title')}
    >
      {t('refused.what')}
    </Note>
  );
}
