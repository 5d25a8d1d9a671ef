import { Link } from '@tanstack/react-router';
import { ArrowLeftRight } from 'lucide-react';
import { nameOf, type MergePreview } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { writeDate } from '#ui/date-text.ts';
import { useDates } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { Merging } from './use-merge.ts';

/** Which of the two stays, which goes, and the way to turn that round. */
export function Heads({ merging, preview }: { merging: Merging; preview: MergePreview }) {
  const t = useMergingWords();
  const { kind, id, from } = merging;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-3 max-phone:grid-cols-1">
      <Head kind={kind} record={preview.into} stays />
      <LinkButton
        icon={ArrowLeftRight}
        render={<Link to="/merge/$kind/$id" params={{ kind, id: from }} search={{ from: id }} replace />}
      >
        {t('swap')}
      </LinkButton>
      <Head kind={kind} record={preview.from} stays={false} />
    </section>
  );
}

function Head({ kind, record, stays }: { kind: string; record: MergePreview['into']; stays: boolean }) {
  const t = useMergingWords();
  const dates = useDates();
  const date = writeDate(dates.dateOf(String(record['createdAt'])), useLanguage());
  return (
    <div
      className={`min-w-0 rounded-r border px-4 py-3 ${stays ? 'border-accent-line bg-accent-soft' : 'border-line'}`}
    >
      <p className={`text-12 font-medium ${stays ? 'text-accent-text' : 'text-muted'}`}>
        {t(stays ? 'stays' : 'goes')}
      </p>
      <h2 className="mt-0.5 truncate text-16 font-semibold" dir="auto" title={nameOf(record)}>
        <Link to={recordPage({ kind, id: String(record['id']) })} className="hover:underline">
          {nameOf(record)}
        </Link>
      </h2>
      <p className="text-12 text-muted">{t('added', { date })}</p>
    </div>
  );
}
