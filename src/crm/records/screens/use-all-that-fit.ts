import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAttempts } from '#people/views/screens/use-attempts.ts';
import { allIds, someIds } from './bulk-requests.ts';
import type { ListedRecord } from './list-kind.ts';
import type { RecordListNow } from './use-record-list.ts';

/** How many fit the list, loaded or not, and choosing all of them: exactly those there are at that moment (P10). */
export function useAllThatFit<Row extends ListedRecord>(now: RecordListNow<Row>) {
  const { kind, asked, timeZone, ticked, setTicked, found, rows } = now;
  const { quietly } = useAttempts();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery({
    queryKey: [kind.list, 'list', 'count', asked],
    queryFn: () => someIds(kind.list, asked ?? {}, { timeZone }),
    enabled: ticked.size > 0 && found.hasNextPage,
  });
  const total = found.hasNextPage ? (data?.count ?? undefined) : rows.length;
  const chooseAll = async () => {
    setBusy(true);
    await quietly(async () => setTicked(new Set(await allIds(kind.list, asked ?? {}, timeZone))));
    setBusy(false);
  };
  return { total, chooseAll: () => void chooseAll(), choosing: busy };
}
