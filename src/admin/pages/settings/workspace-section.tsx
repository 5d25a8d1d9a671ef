import { WorkspaceForm } from '#people/screens/workspace-form.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useSettingsWords } from './words.ts';

export function WorkspaceSection() {
  const t = useSettingsWords();
  return (
    <SettingsSection title={t('section.workspace')} help={t('workspace.help')}>
      <WorkspaceForm />
    </SettingsSection>
  );
}
