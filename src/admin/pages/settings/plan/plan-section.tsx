import { SaveConflict } from '#ui/save-conflict.tsx';
import type { WorkspaceView } from '#people/screens/member-queries.ts';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { useSettingsWords } from '../words.ts';
import { AddOns } from './add-ons.tsx';
import { PlanChoice } from './plan-choice.tsx';
import { PlanQuestion } from './plan-question.tsx';
import { PlanUsers } from './plan-users.tsx';
import { usePlan } from './use-plan.ts';

/** L8: what the workspace has bought, and who uses how much of it. */
export function PlanSection() {
  const t = useSettingsWords();
  const desk = usePlan();
  return (
    <SettingsSection title={t('section.plan')} help={t('plan.help')}>
      <SaveConflict
        autosave={desk.autosave}
        names={{ plan: t('section.plan') }}
        show={(_, value) => <bdi>{(value as WorkspaceView['plan']).name}</bdi>}
      />
      <PlanChoice desk={desk} />
      <SettingsPart title={t('plan.addOns')} help={t('plan.addOnsHelp')}>
        <AddOns desk={desk} />
      </SettingsPart>
      <SettingsPart title={t('plan.users')} help={t('plan.usersHelp')}>
        <PlanUsers usage={desk.usage} />
      </SettingsPart>
      {desk.question && <PlanQuestion question={desk.question} plan={desk.plan} />}
    </SettingsSection>
  );
}
