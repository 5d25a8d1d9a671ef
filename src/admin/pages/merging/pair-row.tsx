import { Link } from '@tanstack/react-router';
import type { DuplicatePair, RecognisedKind } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { writeDate } from '#ui/date-text.ts';
import { useDates } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useLanguage } from '#ui/words.tsx';
import { useDistinct } from './use-distinct.ts';

export interface PairRowProps {
  kind: RecognisedKind;
  pair: DuplicatePair;
}

/** Two records, what they share, and what may be done about it. */
export function PairRow({ kind, pair }: PairRowProps) {
  const t = useMergingWords();
  const [one, other] = pair.records;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(8rem,14rem)_auto] items-center gap-x-4 gap-y-1.5 border-b border-line px-6 py-2.5 max-tablet:grid-cols-2 max-tablet:px-4 max-phone:grid-cols-1">
      <Side kind={kind} record={one} />
      <Side kind={kind} record={other} />
      <span className="flex min-w-0 flex-wrap gap-1">
        {pair.shares.map((trait) => (
          <Tag key={trait}>{t(`shares.${trait}`)}</Tag>
        ))}
      </span>
      {pair.mayMerge && <Acts kind={kind} pair={pair} />}
    </li>
  );
}

function Side({ kind, record }: { kind: RecognisedKind; record: DuplicatePair['records'][number] }) {
  const t = useMergingWords();
  const dates = useDates();
  const date = writeDate(dates.dateOf(record.createdAt), useLanguage());
  return (
    <div className="min-w-0">
      <Link
        to={recordPage({ kind, id: record.id })}
        className="block truncate font-medium hover:underline touch:py-1"
        title={record.name}
        dir="auto"
      >
        {record.name}
      </Link>
      <p className="truncate text-12 text-muted">
        {[record.subtitle, t('added', { date })].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}

function Acts({ kind, pair }: PairRowProps) {
  const t = useMergingWords();
  const [{ id, name: one }, { id: from, name: other }] = pair.records;
  const distinct = useDistinct(kind, pair);
  return (
    <span className="flex min-w-0 flex-wrap justify-end gap-2 max-tablet:justify-start">
      <Button kind="quiet" aria-label={t('distinct', { one, other })} onClick={() => void distinct()}>
        {t('distinctShort')}
      </Button>
      <LinkButton
        render={
          <Link
            to="/merge/$kind/$id"
            params={{ kind, id }}
            search={{ from }}
            aria-label={t('compare', { one, other })}
          />
        }
      >
        {t('compareShort')}
      </LinkButton>
    </span>
  );
}
