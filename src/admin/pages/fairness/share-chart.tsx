import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { classNames } from '#ui/class-names.ts';
import { HATCH } from '#ui/fair-bars.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { Share } from './fairness-queries.ts';
import { useFairnessWords, type FairnessWords } from './words.ts';

/** Bars of what the rule gave, against the fair share and how far chance alone may lead from it. */
export function ShareChart({ shares }: { shares: readonly Share[] }) {
  const t = useFairnessWords();
  const most = Math.max(1, ...shares.flatMap(({ by, fair, chance }) => [by.rule, fair + chance])) * 1.04;
  return (
    <>
      <ul aria-label={t('chart.title')} className="grid gap-3 max-phone:gap-4">
        {shares.map((share) => (
          <ShareLine key={share.memberId} share={share} most={most} />
        ))}
      </ul>
      <Legend />
    </>
  );
}

function ShareLine({ share, most }: { share: Share; most: number }) {
  const t = useFairnessWords();
  const language = useLanguage();
  const fair = share.fair.toLocaleString(language, { maximumFractionDigits: 1 });
  const said = { name: share.name, count: share.by.rule, fair, mark: markOf(t, share) };
  return (
    <li className="grid grid-cols-[minmax(0,11rem)_minmax(6rem,1fr)_5.5rem_minmax(0,9rem)] items-center gap-x-4 gap-y-1 max-phone:grid-cols-[minmax(0,1fr)_auto]">
      <span className="sr-only">{t('chart.line', said)}</span>
      <span aria-hidden className={classNames('min-w-0', !share.active && 'text-faint')}>
        <Person id={share.memberId} name={share.name} />
      </span>
      <span className="max-phone:order-3 max-phone:col-span-2">
        <ShareBar share={share} most={most} />
      </span>
      <span aria-hidden className="tabular text-end">
        <span className="font-semibold">{share.by.rule}</span>
        <span className="text-faint"> / {fair}</span>
      </span>
      <span aria-hidden className="min-w-0 max-phone:order-4 max-phone:col-span-2">
        {share.withinChance ? (
          <span className="text-12 text-faint">{said.mark}</span>
        ) : (
          <State shape="waiting">{said.mark}</State>
        )}
      </span>
    </li>
  );
}

export function markOf(t: FairnessWords, { withinChance, by, fair }: Share): string {
  if (withinChance) return t('mark.within');
  return t(by.rule > fair ? 'mark.more' : 'mark.fewer');
}

function ShareBar({ share: { by, fair, chance, active }, most }: { share: Share; most: number }) {
  const from = Math.max(0, fair - chance);
  const at = (value: number) => `${(value / most) * 100}%`;
  return (
    <span aria-hidden className="relative block h-5 rounded-xs bg-hover outline outline-transparent">
      <span
        style={{ insetInlineStart: at(from), width: at(fair + chance - from) }}
        className="absolute inset-y-0 bg-press outline-1 -outline-offset-1 outline-line-strong forced-colors:outline-[GrayText]"
      />
      <span
        style={{ width: at(by.rule) }}
        className={classNames(
          'absolute inset-y-1 start-0 rounded-xs',
          active ? 'bg-accent forced-colors:bg-[CanvasText]' : HATCH,
        )}
      />
      <span
        style={{ insetInlineStart: at(fair) }}
        className="absolute -inset-y-0.5 w-0.5 rounded-[1px] bg-ink forced-colors:bg-[Highlight]"
      />
    </span>
  );
}

function Legend() {
  const t = useFairnessWords();
  const entry = 'flex items-center gap-1.5';
  return (
    <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-12 text-faint">
      <span className={entry}>
        <span aria-hidden className="h-2.5 w-4 rounded-xs bg-accent forced-color-adjust-none" />
        {t('legend.rule')}
      </span>
      <span className={entry}>
        <span aria-hidden className="h-3.5 w-0.5 bg-ink forced-color-adjust-none" />
        {t('legend.fair')}
      </span>
      <span className={entry}>
        <span
          aria-hidden
          className="h-3 w-4 bg-press outline-1 -outline-offset-1 outline-line-strong forced-color-adjust-none"
        />
        {t('legend.chance')}
      </span>
    </p>
  );
}
