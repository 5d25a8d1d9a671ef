import { Profile } from '#people/screens/profile.tsx';
import { ThisBrowser } from '#people/screens/this-browser.tsx';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { useSettingsWords } from './words.ts';

export function YouSection() {
  const t = useSettingsWords();
  return (
    <SettingsSection title={t('section.you')} help={t('you.help')}>
      <Profile />
      <SettingsPart title={t('you.browser')}>
        <ThisBrowser />
      </SettingsPart>
    </SettingsSection>
  );
}
