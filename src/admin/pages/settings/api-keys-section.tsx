import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ApiKeys } from '#people/screens/api-keys.tsx';
import { NewApiKey } from '#people/screens/new-api-key.tsx';
import { Button } from '#ui/button.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useSettingsWords } from './words.ts';

export function ApiKeysSection() {
  const t = useSettingsWords();
  const [isMaking, setMaking] = useState(false);
  const make = () => setMaking(true);
  useShortcuts({ c: make });
  const action = (
    <Button icon={KeyRound} shortcut="C" onClick={make}>
      {t('keys.new')}
    </Button>
  );
  return (
    <SettingsSection title={t('section.api-keys')} help={t('keys.help')} action={action}>
      <ApiKeys onNew={make} />
      <NewApiKey open={isMaking} onClose={() => setMaking(false)} />
    </SettingsSection>
  );
}
