import { getRouteApi } from '@tanstack/react-router';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { Empty } from '#ui/empty.tsx';
import { useTitle } from '#ui/title.ts';
import { useRecordWords } from '../record/words.ts';
import { ChooseOther } from './choose-other.tsx';
import { MergePair } from './merge-pair.tsx';
import { mergedKind } from './merging-search.ts';

const here = getRouteApi('/merge/$kind/$id');

/** One of two records: first which ones, then what stays. */
export function MergePage() {
  const t = useMergingWords();
  const record = useRecordWords();
  const { kind: asked, id } = here.useParams();
  const { from } = here.useSearch();
  const kind = mergedKind(asked);
  useTitle(t('merge'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      {!kind && <Empty title={record('notFound')} />}
      {kind && !from && <ChooseOther key={id} kind={kind} id={id} />}
      {kind && from && <MergePair key={`${id} ${from}`} kind={kind} id={id} from={from} />}
    </main>
  );
}
