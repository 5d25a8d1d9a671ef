import { Person } from '#ui/avatar.tsx';
import { explained } from './explained.ts';
import type { Explanation } from './times-queries.ts';
import { whyWords, type Speaker } from './why-words.ts';

/** What the link and each host have against a time, or that they are free (A10). */
export function WhyReasons({ explanation, speaker }: { explanation: Explanation; speaker: Speaker }) {
  const { t } = speaker;
  const { ofLink, hosts } = explained(explanation);
  const words = (reasons: Explanation['reasons']) =>
    reasons.map((reason) => whyWords(speaker, reason)).join('; ');
  return (
    <dl className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,1fr)] gap-x-3 gap-y-1 text-12/5">
      {ofLink.length > 0 && (
        <>
          <dt className="text-muted">{t('why.thisLink')}</dt>
          <dd className="wrap-anywhere">{words(ofLink)}</dd>
        </>
      )}
      {hosts.map(({ memberId, name, reasons }) => (
        <div key={memberId} className="contents">
          <dt className="min-w-0">
            <Person id={memberId} name={name} />
          </dt>
          <dd className={reasons.length === 0 ? 'text-muted' : 'wrap-anywhere'}>
            {reasons.length === 0 ? t('why.free') : words(reasons)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
