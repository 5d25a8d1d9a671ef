import { Link } from '@tanstack/react-router';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { TEXT_LINK } from '#ui/text-link.ts';

/** R10, R3: the links that go by it, and the records that meetings were booked from. */
export function UsedBy({ usedBy: { links, records } }: Pick<WholeRotation, 'usedBy'>) {
  const t = useRotationWords();
  return (
    <section aria-labelledby="used-by" className="mt-6">
      <h2 id="used-by" className="flex min-h-7 items-center font-semibold">
        {t('used.title')}
      </h2>
      <ul>
        {links.map(({ id, title, booked }) => (
          <li key={id} className="flex min-h-10 items-center gap-3 border-b border-line">
            <span className="min-w-0 flex-1 truncate" title={title}>
              <Link to="/links/$linkId" params={{ linkId: id }} className={TEXT_LINK}>
                <bdi>{title}</bdi>
              </Link>
            </span>
            <span className="tabular shrink-0 text-faint">{t('used.meetings', { count: booked })}</span>
          </li>
        ))}
        <li className="flex min-h-10 items-center gap-3">
          <span className="min-w-0 flex-1">{t('used.records')}</span>
          <span className="tabular shrink-0 text-faint">{t('used.recordCount', { count: records })}</span>
        </li>
      </ul>
      {links.length === 0 && <p className="mt-1 text-12 text-faint">{t('used.noLinks')}</p>}
    </section>
  );
}
