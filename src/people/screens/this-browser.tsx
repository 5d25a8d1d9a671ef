import { useState } from 'react';
import { Segmented } from '#ui/segmented.tsx';
import { singleKeysAreOn, switchSingleKeys } from '#ui/shortcuts.ts';
import { Switch } from '#ui/switch.tsx';
import { chooseTheme, themeChoice, type ThemeChoice } from '#ui/theme-choice.ts';
import { usePeopleWords } from './words.ts';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** What is a matter of this browser, not of the person: light or dark, single-letter shortcuts. */
export function ThisBrowser() {
  const t = usePeopleWords();
  const [theme, setTheme] = useState(themeChoice);
  const [keys, setKeys] = useState(singleKeysAreOn);
  return (
    <div className="grid justify-items-start gap-3">
      <Segmented
        label={t('browser.theme')}
        items={THEMES.map((value) => ({ value, label: t(`browser.${value}`) }))}
        value={theme}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <Switch
        checked={keys}
        hint={t('browser.keysHint')}
        onChange={(on) => {
          switchSingleKeys(on);
          setKeys(on);
        }}
      >
        {t('browser.keys')}
      </Switch>
    </div>
  );
}
