import { TriangleAlert } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { CopyField } from '#ui/copy-field.tsx';
import { Note } from '#ui/note.tsx';
import { cityOf } from '#platform/messages/zones.ts';
import { useLanguage } from '#ui/words.tsx';
import type { LinkDraft } from '#links/screens/editor/draft.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { FairnessOf } from '../fairness/fairness-of.tsx';
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
  const language = useLanguage();
  return (
    <aside
      aria-label={t('bar.page')}
      className={classNames(
        'scroll-pane min-h-0 w-108 shrink-0 border-s border-line bg-side px-6 py-5 @max-[54rem]:w-full @max-[54rem]:border-s-0 @max-[54rem]:bg-bg max-phone:px-4',
        isBehind && '@max-[54rem]:hidden',
      )}
    >
      <Warnings link={link} times={times} />
      <OpenWeek link={link} times={times} draft={draft} />
      <VisitorPreview link={link} times={times} />
      <div className="mt-3">
        <CopyField label={t('page.address')} value={link.url} />
        <p className="mt-1 text-12 text-faint">
          {t('preview.zone', { city: cityOf(link.timeZone, language) })}
        </p>
      </div>
      {link.chairs.some(({ candidateIds }) => candidateIds.length > 1) && (
        <FairnessOf search={{ linkId: link.id }} />
      )}
    </aside>
  );
}

function Warnings({ link, times }: Pick<LinkSideProps, 'link' | 'times'>) {
  const t = useLinkWords();
  const codes = warningsOf(link, times);
  if (codes.length === 0 && link.active) return null;
  return (
    <div className="mb-5 grid gap-2">
      {!link.active && <Note tone="wait">{t('editor.off')}</Note>}
      {codes.map((code) => (
        <Note key={code} tone="wait" icon={TriangleAlert}>
          {t(`warning.${code}`)}
        </Note>
      ))}
    </div>
  );
}

type WarningCode = 'holidays-end-early' | 'nobody' | 'chairEmpty';

function warningsOf(link: WholeLink, { preview, hosts }: LinkTimes): WarningCode[] {
  const able = new Set(hosts.filter(({ bookable }) => bookable.ok).map(({ memberId }) => memberId));
  const chairs = link.chairs.map(({ candidateIds }) => candidateIds.some((id) => able.has(id)));
  const codes: WarningCode[] = [];
  if (able.size === 0) codes.push('nobody');
  else if (chairs.includes(false)) codes.push('chairEmpty');
  if ((preview ?? link).warnings.some(({ code }) => code === 'holidays-end-early'))
    codes.push('holidays-end-early');
  return codes;
}
