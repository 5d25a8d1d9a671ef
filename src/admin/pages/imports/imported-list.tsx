import { Link } from '@tanstack/react-router';
import { useTransferWords } from '#crm/transfer/screens/words.ts';
import type { ImportView } from '#crm/transfer/screens/import-queries.ts';
import { useDates } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';

/** To the list, narrowed to what was added on the days of this import. */
export function ImportedList({ found }: { found: ImportView }) {
  const t = useTransferWords();
  const dates = useDates();
  const first = dates.dateOf(found.createdAt);
  const last = dates.dateOf(found.endedAt ?? found.createdAt);
  const added =
    first === last
      ? { field: 'createdAt', is: 'is', value: first }
      : { field: 'createdAt', is: 'between', value: [first, last] };
  const search = found.made > 0 ? { filter: [added], sort: '-createdAt' } : {};
  const to = {
    company: <Link to="/companies" search={search} />,
    contact: <Link to="/contacts" search={search} />,
    lead: <Link to="/leads" search={search} />,
  }[found.kind];
  return (
    <LinkButton kind={found.state === 'done' ? 'primary' : 'plain'} render={to}>
      {t(`show.${found.kind}`)}
    </LinkButton>
  );
}
