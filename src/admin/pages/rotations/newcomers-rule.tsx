import { useRef, useState } from 'react';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { AskBeside } from '#ui/ask-beside.tsx';
import { Select } from '#ui/select.tsx';
import { Rule, type RuleProps } from './rules.tsx';

type Newcomers = WholeRotation['newcomers'];

/** R7: what becomes of the counts when somebody comes in; asked, because it will be felt later and by all. */
export function NewcomersRule({ rotation: { newcomers }, rules }: RuleProps) {
  const t = useRotationWords();
  const { manage } = useRotationRights();
  const hint = t(`newcomers.${newcomers}Hint`);
  return (
    <Rule name={t('rules.newcomers')} hint={hint} error={rules.errors['newcomers']}>
      {manage ? (
        <NewcomersChoice value={newcomers} onChoose={(next) => void rules.save({ newcomers: next })} />
      ) : (
        t(`newcomers.${newcomers}`)
      )}
    </Rule>
  );
}

function NewcomersChoice({ value, onChoose }: { value: Newcomers; onChoose: (next: Newcomers) => void }) {
  const t = useRotationWords();
  const [wanted, setWanted] = useState<Newcomers | null>(null);
  const choice = useRef<HTMLButtonElement>(null);
  const confirm = (next: Newcomers) => {
    setWanted(null);
    onChoose(next);
  };
  return (
    <>
      <Select
        ref={choice}
        size="s"
        className="w-40"
        aria-label={t('rules.newcomers')}
        items={(['reset', 'level'] as const).map((one) => ({ value: one, label: t(`newcomers.${one}`) }))}
        value={value}
        onChange={(next) => next !== value && setWanted(next)}
      />
      {wanted && (
        <AskBeside
          anchor={choice}
          title={t(`newcomers.${wanted}Ask`)}
          action={t(`newcomers.${wanted}Do`)}
          onConfirm={() => confirm(wanted)}
          onClose={() => setWanted(null)}
        >
          {t(`newcomers.${wanted}Means`)} {t('newcomers.now')}
        </AskBeside>
      )}
    </>
  );
}
