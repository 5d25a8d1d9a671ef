import { Plus } from 'lucide-react';
import { useState } from 'react';
import { NewTeam } from '#people/screens/new-team.tsx';
import { Teams } from '#people/screens/teams.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useSettingsWords } from './words.ts';

export function TeamsSection() {
  const t = useSettingsWords();
  const editable = useMe().may('manage-settings');
  const [isMaking, setMaking] = useState(false);
  const make = () => setMaking(true);
  useShortcuts(editable ? { c: make } : {});
  const action = editable && (
    <Button icon={Plus} shortcut="C" onClick={make}>
      {t('teams.new')}
    </Button>
  );
  return (
    <SettingsSection title={t('section.teams')} help={t('teams.help')} action={action}>
      <Teams editable={editable} onNew={make} />
      <NewTeam open={isMaking} onClose={() => setMaking(false)} />
    </SettingsSection>
  );
}
