import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { useSettingsWords } from '../words.ts';
import { OwnPlan } from './own-plan.tsx';
import { PRESET_NAMES, presetOf, PRESETS } from './presets.ts';
import type { PlanDesk } from './use-plan.ts';

/** The plans by name, and one's own with its figures. */
export function PlanChoice({ desk }: { desk: PlanDesk }) {
  const t = useSettingsWords();
  const { plan, change, autosave } = desk;
  const [isOwn, setOwn] = useState(false);
  const known = presetOf(plan);
  const shown = isOwn ? 'own' : known;
  const choose = (name: typeof shown) => {
    setOwn(name === 'own');
    if (name !== 'own' && name !== known) void change(PRESETS[name]);
  };
  return (
    <>
      <Field label={t('plan.which')} error={autosave.errors.plan}>
        <RadioGroup
          items={[
            ...PRESET_NAMES.map((value) => ({
              value,
              label: PRESETS[value].name,
              hint: t(`plan.preset.${value}`),
            })),
            { value: 'own' as const, label: t('plan.own'), hint: t('plan.ownHint') },
          ]}
          value={shown}
          onChange={choose}
        />
      </Field>
      {shown === 'own' && <OwnPlan desk={desk} />}
    </>
  );
}
