import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { Switch } from '#ui/switch.tsx';
import { useSettingsWords } from '../words.ts';
import type { PlanDesk } from './use-plan.ts';

/** A plan in figures: what it is called, whether links can be booked, and how many. */
export function OwnPlan({ desk: { plan, change, autosave } }: { desk: PlanDesk }) {
  const t = useSettingsWords();
  const { errors } = autosave;
  return (
    <div className="mt-2 grid gap-4 border-s border-line-mid ps-6">
      <SavedText
        label={t('plan.name')}
        value={plan.name}
        error={errors['plan.name']}
        maxLength={60}
        onSave={(name) => change({ name })}
        required
      />
      <Switch
        checked={plan.scheduler}
        onChange={(scheduler) => void change({ scheduler })}
        hint={t('plan.schedulerHint')}
      >
        {t('plan.scheduler')}
      </Switch>
      {plan.scheduler && <Limit plan={plan} change={change} error={errors['plan.generalLinksPerMember']} />}
    </div>
  );
}

const FIRST_LIMIT = 1;

function Limit({ plan, change, error }: Pick<PlanDesk, 'plan' | 'change'> & { error: string | undefined }) {
  const t = useSettingsWords();
  const { generalLinksPerMember: most } = plan;
  const [draft, setDraft] = useState<number | null>(null);
  const keep = async (figure: number | null) => {
    if (figure !== null && figure !== most) await change({ generalLinksPerMember: figure });
    setDraft(null);
  };
  return (
    <div className="grid gap-2">
      <Switch
        checked={most !== null}
        onChange={(isLimited) => void change({ generalLinksPerMember: isLimited ? FIRST_LIMIT : null })}
        hint={t('plan.limitHint')}
      >
        {t('plan.limit')}
      </Switch>
      {most !== null && (
        <Field label={t('plan.most')} error={error}>
          <NumberInput
            className="w-32"
            value={draft ?? most}
            min={0}
            max={10_000}
            onChange={setDraft}
            onCommit={(figure) => void keep(figure)}
          />
        </Field>
      )}
    </div>
  );
}
