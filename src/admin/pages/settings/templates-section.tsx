import { Plus } from 'lucide-react';
import { useState } from 'react';
import { TemplateEditor } from '#emails/screens/template-editor.tsx';
import { TemplateList } from '#emails/screens/template-list.tsx';
import { useEmailWords } from '#emails/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useSettingsWords } from './words.ts';

/** E-mails people write again and again, ready to be sent from any record (P6). */
export function TemplatesSection() {
  const t = useSettingsWords();
  const words = useEmailWords();
  const [isMaking, setMaking] = useState(false);
  const make = () => setMaking(true);
  useShortcuts({ c: make });
  const action = (
    <Button icon={Plus} shortcut="C" onClick={make}>
      {words('template.new')}
    </Button>
  );
  return (
    <SettingsSection title={t('section.templates')} help={t('templates.help')} action={action} wide>
      <TemplateList onNew={make} />
      {isMaking && <TemplateEditor template={null} onClose={() => setMaking(false)} />}
    </SettingsSection>
  );
}
