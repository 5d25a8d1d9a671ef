import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { useLinkWords } from '../words.ts';
import { defaultRule, useEditing } from './editing.tsx';

export const RULES = ['fewest-booked', 'fewest-that-day', 'random', 'in-order'] as const;
export type Rule = (typeof RULES)[number];

/** Who of those who are free gets the meeting (D1). */
export function RuleSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const usual = defaultRule(link);
  // A chair's own rule stands above the link's; here one is chosen for both.
  const own = link.chairs[0]?.rule;
  const choose = (next: Rule) =>
    edit(
      {
        rule: next === usual ? null : next,
        ...(own && { chairs: link.chairs.map(({ candidateIds }) => ({ candidateIds })) }),
      },
      true,
    );
  return <RuleChoice label={t('rule.label')} rule={own ?? link.rule} usual={usual} onChange={choose} />;
}

interface RuleChoiceProps {
  label: string;
  rule: Rule;
  /** What goes without being said (D0). */
  usual: Rule;
  onChange: (rule: Rule) => void;
}

export function RuleChoice({ label, rule, usual, onChange }: RuleChoiceProps) {
  const t = useLinkWords();
  const { errorOf, readOnly } = useEditing();
  const named = (value: Rule) => t(`rule.${value}`);
  const items = RULES.map((value) => ({
    value,
    label: value === usual ? t('rule.default', { rule: named(value) }) : named(value),
    hint: t(`rule.${value}Hint`),
  }));
  return (
    <Field label={label} hint={t(`rule.${rule}Hint`)} error={errorOf('rule')} readOnly={readOnly}>
      <Select items={items} value={rule} onChange={onChange} />
    </Field>
  );
}
