import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { ChoiceSetting } from './settings.tsx';

export const RULES = ['fewest-booked', 'fewest-that-day', 'random', 'in-order'] as const;
export type Rule = (typeof RULES)[number];

/** Who of those who are free gets the meeting (D1). */
export function RuleSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const rule = link.chairs[0]?.rule ?? link.rule;
  // A chair's own rule stands above the link's; here one is chosen for both.
  const choose = (next: Rule) =>
    edit(
      {
        rule: next,
        ...(link.chairs[0]?.rule && { chairs: link.chairs.map(({ candidateIds }) => ({ candidateIds })) }),
      },
      true,
    );
  return (
    <ChoiceSetting
      path="rule"
      label={t('rule.label')}
      hint={t(`rule.${rule}Hint`)}
      items={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
      value={rule}
      onChange={choose}
    />
  );
}
