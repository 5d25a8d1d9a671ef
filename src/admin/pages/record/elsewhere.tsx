import { Link } from '@tanstack/react-router';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useRecordWords } from './words.ts';

const NAMED = ['company', 'contact', 'lead', 'deal', 'ticket'] as const;
const WITH_PAGE: readonly string[] = ['company', 'contact', 'lead', 'deal', 'ticket'];

/** P8: whose it is what happened, for what belongs to the record whose page this is. */
export function Elsewhere({ record }: { record: TimelineEntry['record'] }) {
  const t = useRecordWords();
  const kind = NAMED.find((one) => one === record.kind);
  if (!kind) return null;
  const name = record.name && <bdi>{record.name}</bdi>;
  return (
    <span className="text-muted">
      {' · '}
      {t(`kind.${kind}`)}{' '}
      {name && WITH_PAGE.includes(kind) ? (
        // Every kind's page stands where its records do in the API; the router knows them by pattern only.
        <Link to={recordPage(record) as '/'} className={TEXT_LINK}>
          {name}
        </Link>
      ) : (
        name
      )}
    </span>
  );
}
