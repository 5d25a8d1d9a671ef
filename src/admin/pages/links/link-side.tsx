import { classNames } from '#ui/class-names.ts';
import { CopyField } from '#ui/copy-field.tsx';
import type { LinkDraft } from '#links/screens/editor/draft.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { FairnessOf } from '../fairness/fairness-of.tsx';
import { LinkWarnings } from './link-warnings.tsx';
import { OpenWeek } from './open-week.tsx';
import type { LinkTimes } from './use-link-times.ts';
import { VisitorPreview } from './visitor-preview.tsx';

interface LinkSideProps {
  link: WholeLink;
  times: LinkTimes;
  draft: LinkDraft;
  /** The settings stand in front where there is room for one only. */
  isBehind: boolean;
}

/** What comes of the settings: when it is open, why not, what visitors see, what to look after. */
export function LinkSide({ link, times, draft, isBehind }: LinkSideProps) {
  const t = useLinkWords();
  return (
    <aside
      aria-label={t('bar.page')}
      className={classNames(
        'scroll-pane relative min-h-0 w-108 shrink-0 border-s border-line bg-side px-6 py-5 @max-[54rem]:w-full @max-[54rem]:border-s-0 @max-[54rem]:bg-bg max-phone:px-4',
        isBehind && '@max-[54rem]:hidden',
      )}
    >
      <LinkWarnings link={link} times={times} />
      <OpenWeek link={link} times={times} draft={draft} />
      <VisitorPreview link={link} />
      <div className="mt-3">
        <CopyField label={t('page.address')} value={link.url} />
      </div>
      {link.chairs.some(({ candidateIds }) => candidateIds.length > 1) && (
        <FairnessOf search={{ linkId: link.id }} />
      )}
    </aside>
  );
}
