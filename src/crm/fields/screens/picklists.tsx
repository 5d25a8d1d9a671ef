import { useQuery } from '@tanstack/react-query';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { picklistsQuery, type PicklistName } from './picklist-queries.ts';
import { PicklistEditor } from './picklist-editor.tsx';
import { usePicklist } from './use-picklist.ts';
import { useFieldWords } from './words.ts';

const LISTS: PicklistName[] = [
  'dealStage',
  'leadStatus',
  'source',
  'customerGroup',
  'industry',
  'marketSegment',
  'territory',
];

/** What records choose from, list by list. */
export function Picklists() {
  const t = useFieldWords();
  const found = useQuery(picklistsQuery);
  if (found.isError && !found.data) {
    return <Problem title={t('failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />;
  }
  if (!found.data) return <Skeleton rows={6} />;
  return (
    <div className="grid gap-8">
      {LISTS.map((list) => (
        <OneList key={list} list={list} />
      ))}
    </div>
  );
}

function OneList({ list }: { list: PicklistName }) {
  const t = useFieldWords();
  const { choices } = usePicklist(list);
  const isStrict = list === 'dealStage' || list === 'leadStatus';
  return (
    <section>
      <h3 className="font-semibold">{t(`lists.${list}`)}</h3>
      <p className="mb-2 text-muted">{t(isStrict ? `what.${list}` : 'what.proposals')}</p>
      <PicklistEditor list={list} choices={choices} />
    </section>
  );
}
