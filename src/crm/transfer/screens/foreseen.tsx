import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { LoadingBar, Skeleton } from '#ui/skeleton.tsx';
import { useLanguage } from '#ui/words.tsx';
import { Counts } from './counts.tsx';
import { ForeseenTable } from './foreseen-table.tsx';
import type { ImportView, MappingView, PreviewView } from './import-queries.ts';
import { useTransferWords } from './words.ts';

export interface ForeseenProps {
  found: ImportView;
  mapping: MappingView;
  preview: UseQueryResult<PreviewView>;
}

/** What the run would come to as the columns are mapped now: figures of all rows, and some of the rows themselves. */
export function Foreseen(props: ForeseenProps) {
  const t = useTransferWords();
  const { data, isError, isFetching, refetch } = props.preview;
  return (
    <section aria-labelledby="foreseen" aria-busy={isFetching} className="min-w-0">
      <h2 id="foreseen" className="font-semibold">
        {t('foreseen.title')}
      </h2>
      <div className="my-2 h-0.5">{isFetching && data && <LoadingBar />}</div>
      {isError && (
        <Problem title={t('foreseen.failed')} onRetry={() => void refetch()} retrying={isFetching}>
          {props.preview.error.message}
        </Problem>
      )}
      {!data && isFetching && <Skeleton rows={6} />}
      {data && !isError && <Rows found={props.found} mapping={props.mapping} data={data} />}
    </section>
  );
}

type RowsProps = Omit<ForeseenProps, 'preview'> & { data: PreviewView };

function Rows({ found, mapping, data }: RowsProps) {
  const t = useTransferWords();
  const [wanted, setWanted] = useState<'first' | 'refused'>('first');
  const shown = data.refused.length === 0 ? 'first' : wanted;
  return (
    <>
      <Figures found={found} data={data} />
      {data.refused.length > 0 && (
        <Segmented
          label={t('foreseen.which')}
          items={[
            { value: 'first', label: t('foreseen.first') },
            { value: 'refused', label: t('foreseen.refused') },
          ]}
          value={shown}
          onChange={setWanted}
          className="mt-4"
        />
      )}
      <div className="mt-2">
        <ForeseenTable
          found={found}
          mapping={mapping}
          label={t(shown === 'first' ? 'foreseen.first' : 'foreseen.refused')}
          rows={shown === 'first' ? data.rows : data.refused}
        />
      </div>
    </>
  );
}

function Figures({ found, data: { counts, looked } }: Omit<RowsProps, 'mapping'>) {
  const t = useTransferWords();
  const language = useLanguage();
  const isNothing = looked === found.rows && counts.new + counts.update === 0;
  return (
    <>
      <Counts
        counts={[
          { key: 'new', label: t('count.new'), count: counts.new },
          { key: 'update', label: t('count.update'), count: counts.update },
          { key: 'skip', label: t('count.skip'), count: counts.skip },
          { key: 'refused', label: t('count.refused'), count: counts.refused, isBad: true },
        ]}
      />
      {isNothing && <p className="mt-2 text-muted">{t('foreseen.nothing')}</p>}
      {looked < found.rows && (
        <p className="mt-2 text-muted">{t('foreseen.looked', { rows: looked.toLocaleString(language) })}</p>
      )}
    </>
  );
}
