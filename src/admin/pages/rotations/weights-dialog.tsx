import { useState, type FormEvent } from 'react';
import type { QueueItem } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Person } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { RuleProps } from './rules.tsx';

type Weights = Record<string, number>;

/** All weights at once, because each is worth something against the others only. */
export function WeightsDialog({ rotation, rules, onClose }: RuleProps & { onClose: () => void }) {
  const t = useRotationWords();
  const { queue } = rotation;
  const [weights, setWeights] = useState<Weights>(() =>
    Object.fromEntries(queue.map(({ memberId, weight }) => [memberId, weight])),
  );
  const [reason, setReason] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const own = Object.entries(weights).filter(([, weight]) => weight !== 1);
    const why = await rules.saveOrSay({ weights: Object.fromEntries(own) });
    setReason(why);
    if (why === null) onClose();
  };
  const footer = (
    <Button size="m" kind="primary" type="submit" form="weights">
      {t('weights.save')}
    </Button>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      width="s"
      title={t('weights.title')}
      description={t('weights.what')}
      footer={footer}
    >
      <form id="weights" onSubmit={(event) => void save(event)} noValidate>
        <WeightRows queue={queue} weights={weights} onChange={setWeights} />
        {reason && (
          <p role="alert" className="mt-3 text-12 wrap-anywhere text-danger">
            {reason}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface WeightRowsProps {
  queue: readonly QueueItem[];
  weights: Weights;
  onChange: (weights: Weights) => void;
}

function WeightRows({ queue, weights, onChange }: WeightRowsProps) {
  const t = useRotationWords();
  return (
    <ul>
      {queue.map(({ memberId, name }) => (
        <li key={memberId} className="flex min-h-11 items-center gap-3 border-b border-line last:border-b-0">
          <span className="min-w-0 flex-1">
            <Person id={memberId} name={name} />
          </span>
          <Percent of={weights} id={memberId} />
          <NumberInput
            aria-label={t('weights.of', { name })}
            size="s"
            className="w-20 shrink-0"
            unit="×"
            min={1}
            max={1000}
            value={weights[memberId] ?? 1}
            onChange={(next) => onChange({ ...weights, [memberId]: next ?? 1 })}
          />
        </li>
      ))}
    </ul>
  );
}

/** What that makes of all meetings. */
function Percent({ of, id }: { of: Weights; id: string }) {
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' });
  const all = Object.values(of).reduce((sum, weight) => sum + weight, 0);
  return <span className="tabular shrink-0 text-12 text-faint">{percent.format((of[id] ?? 1) / all)}</span>;
}
