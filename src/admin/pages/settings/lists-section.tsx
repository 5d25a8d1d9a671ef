import { Picklists } from '#crm/fields/screens/picklists.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useSettingsWords } from './words.ts';

/** Deal stages, lead statuses, and the words proposed on records. */
export function ListsSection() {
  const t = useSettingsWords();
  return (
    <SettingsSection title={t('section.lists')} help={t('lists.help')}>
      <Picklists />
    </SettingsSection>
  );
}
