import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Switch } from '#ui/switch.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { NewcomersRule } from './newcomers-rule.tsx';
import { WeightsRule } from './weights-rule.tsx';

export interface RuleProps {
  rotation: WholeRotation;
  rules: Autosave<WholeRotation>;
}

/** What decides whose turn it is, each rule with what it means. */
export function Rules(props: RuleProps) {
  const t = useRotationWords();
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="font-semibold">
        {t('rules.title')}
      </h2>
      <ul className="mt-1">
        <Rule name={t('rules.order')} hint={t('rules.orderHint')}>
          {t('rules.fewest')}
        </Rule>
        <CountRule {...props} field="countCancelled" />
        <CountRule {...props} field="countNoShows" />
        <NewcomersRule {...props} />
        <WeightsRule {...props} />
        <WhoMayBook />
      </ul>
    </section>
  );
}

interface OneRuleProps {
  name: ReactNode;
  hint?: ReactNode;
  /** Why the last change of it was refused. */
  error?: string | undefined;
  children: ReactNode;
}

export function Rule({ name, hint, error, children }: OneRuleProps) {
  return (
    <li className="border-b border-line py-2.5 last:border-b-0">
      <div className="flex min-h-7 items-center gap-3">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</span>
        <span className="max-w-[60%] shrink-0 text-end wrap-anywhere">{children}</span>
      </div>
      {hint && <p className="mt-0.5 text-12 wrap-anywhere text-faint">{hint}</p>}
      {error && (
        <p role="alert" className="mt-0.5 text-12 wrap-anywhere text-danger">
          {error}
        </p>
      )}
    </li>
  );
}

/** R6. Kept as "cancelled meetings count"; people ask for the opposite. */
function CountRule({ rotation, rules, field }: RuleProps & { field: 'countCancelled' | 'countNoShows' }) {
  const t = useRotationWords();
  const { manage } = useRotationRights();
  const isTurned = field === 'countCancelled';
  const checked = rotation[field] !== isTurned;
  const name = t(isTurned ? 'rules.cancelled' : 'rules.noShows');
  const hint = t(`rules.${field}${checked ? 'On' : 'Off'}`);
  return (
    <Rule name={name} hint={hint} error={rules.errors[field]}>
      {manage ? (
        <Switch
          aria-label={name}
          checked={checked}
          onChange={(next) => void rules.save({ [field]: next !== isTurned })}
        />
      ) : (
        t(checked ? 'rules.on' : 'rules.off')
      )}
    </Rule>
  );
}

/** R1. */
function WhoMayBook() {
  const t = useRotationWords();
  const { data: members } = useQuery(membersQuery());
  const count = members?.filter(
    ({ active, seat, permissions }) => active && seat && permissions.includes('book-for-others'),
  ).length;
  return (
    <Rule name={t('rules.who')} hint={count === undefined ? undefined : t('rules.whoHint', { count })}>
      {t('rules.whoever')}
    </Rule>
  );
}
