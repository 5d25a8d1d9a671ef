import { SecurityScreen } from '#people/screens/security.tsx';
import { useTitle } from '#ui/title.ts';
import { useSettingsWords } from './words.ts';

export function SecuritySection() {
  const t = useSettingsWords();
  useTitle(t('section.security'));
  return (
    <div className="scroll-pane min-h-0 min-w-0 flex-1">
      <SecurityScreen />
    </div>
  );
}
