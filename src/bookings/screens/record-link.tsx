import { Link } from '@tanstack/react-router';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useBookingWords } from './words.ts';

/** The page of a lead or contact; other records have none yet. */
export function RecordLink({ record }: { record: { kind: string; id: string; name: string | null } }) {
  const t = useBookingWords();
  const name = <bdi>{record.name ?? t('facts.unnamed')}</bdi>;
  if (record.kind !== 'lead' && record.kind !== 'contact') return name;
  return (
    <Link to={`/${record.kind}s/${record.id}` as '/'} className={TEXT_LINK}>
      {name}
    </Link>
  );
}
