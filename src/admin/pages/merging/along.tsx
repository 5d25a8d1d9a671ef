import type { MergePreview } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';

/** What hangs on the record that goes, and what becomes of the record itself. */
export function Along({ preview: { moves } }: { preview: MergePreview }) {
  const t = useMergingWords();
  const some = (Object.keys(moves) as (keyof typeof moves)[]).filter((what) => moves[what] > 0);
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('along')}</h2>
      {some.length === 0 && <p className="text-muted">{t('alongNothing')}</p>}
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {some.map((what) => (
          <div key={what} className="flex gap-1.5">
            <dt className="text-muted">{t(`moves.${what}`)}</dt>
            <dd className="tabular font-medium">{moves[what]}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">{t('final')}</p>
    </section>
  );
}
