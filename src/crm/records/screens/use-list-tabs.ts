import { useMemo } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import type { ListedRecord, ListKind, ListTab } from './list-kind.ts';
import { useListWords } from './words.ts';

/** The views that are always there: the kind's own or all of them, and one's own records. */
export function useListTabs<Row extends ListedRecord>({ tabs }: ListKind<Row>): readonly ListTab[] {
  const t = useListWords();
  const { member } = useMe();
  return useMemo(
    () => [
      ...(tabs ?? [{ key: 'all', label: t('views.all'), filter: [] }]),
      {
        key: 'mine',
        label: t('views.mine'),
        filter: [{ field: 'ownerId', is: 'is', value: member.id }],
      },
    ],
    [tabs, member.id, t],
  );
}
