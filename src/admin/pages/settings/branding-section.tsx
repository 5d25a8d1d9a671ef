import { Branding } from '#people/screens/branding.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useSettingsWords } from './words.ts';

export function BrandingSection() {
  const t = useSettingsWords();
  return (
    <SettingsSection title={t('section.branding')} help={t('branding.help')}>
      <Branding />
    </SettingsSection>
  );
}
