import { useLanguage } from '#ui/words.tsx';
import type { FairnessReport } from './fairness-queries.ts';
import { useFairnessWords } from './words.ts';

/** How many there were, how many the rule gave, and whether anybody is out of line. */
export function Verdict({ report: { meetings, by, hosts, whole } }: { report: FairnessReport }) {
  const t = useFairnessWords();
  const language = useLanguage();
  const marked = hosts.filter(({ withinChance }) => !withinChance).map(({ name }) => name);
  const names = new Intl.ListFormat(language).format(marked.slice(0, MOST_NAMES));
  return (
    <div className="max-w-160">
      <p className="text-20 font-semibold tracking-tight wrap-anywhere max-phone:text-16">
        {by.rule === 0 && t('verdict.noRule')}
        {by.rule > 0 && marked.length > 0 && t('verdict.marked', { count: marked.length, names })}
        {by.rule > 0 && marked.length === 0 && t(whole ? 'verdict.fair' : 'verdict.fairOwn')}
      </p>
      <p className="mt-1 text-muted">
        {t('verdict.meetings', { count: meetings })} {by.rule > 0 && t('verdict.byRule', { count: by.rule })}
      </p>
    </div>
  );
}

const MOST_NAMES = 6;
