import { useEffect, useRef, useState } from 'react';
import { accentTokens } from '#ui/accent.ts';
import { classNames } from '#ui/class-names.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { AccentContrast } from './accent-contrast.tsx';
import { AccentPreview } from './accent-preview.tsx';
import { LogoField } from './logo-field.tsx';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';
import { useWorkspaceSave } from './workspace-save.ts';

const PRESETS = [
  ['forest', '#0e5f48'],
  ['teal', '#0b6a70'],
  ['ocean', '#1d5fae'],
  ['indigo', '#4a4fc4'],
  ['plum', '#84388f'],
  ['berry', '#b02a5b'],
  ['brick', '#b23a1e'],
  ['amber', '#8a5a00'],
  ['graphite', '#3d4a4d'],
] as const;

const COLOUR = /^#[0-9a-f]{6}$/i;
const A_MOMENT = 500;

/** One accent colour; everything else is computed from it, readable in both themes. Saves at once. */
export function Branding() {
  const t = usePeopleWords();
  const { workspace } = useMe();
  const autosave = useWorkspaceSave();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? workspace.accent;
  const accent = COLOUR.test(shown) ? shown.toLowerCase() : workspace.accent;
  const keep = async (colour: string) => {
    setDraft(colour);
    if (COLOUR.test(colour) && (await autosave.save({ accent: colour.toLowerCase() }))) setDraft(null);
  };
  useSettled(draft, (colour) => void keep(colour));
  useAccentOfApp(workspace.accent);
  const wrong = COLOUR.test(shown) ? autosave.errors.accent : t('branding.wrong');
  return (
    <div className="grid gap-6">
      <SaveConflict autosave={autosave} names={{ accent: t('branding.colour') }} />
      <LogoField />
      <ColourField shown={shown} accent={accent} error={wrong} onDraft={setDraft} />
      <Presets chosen={accent} onChoose={(colour) => void keep(colour)} />
      <AccentContrast accent={accent} />
      <div className="grid grid-cols-2 gap-4 max-phone:grid-cols-1">
        <AccentPreview accent={accent} theme="light" workspace={workspace} />
        <AccentPreview accent={accent} theme="dark" workspace={workspace} />
      </div>
    </div>
  );
}

interface ColourFieldProps {
  /** What is typed, whole or not. */
  shown: string;
  accent: string;
  error?: string;
  onDraft: (colour: string) => void;
}

function ColourField({ shown, accent, error, onDraft }: ColourFieldProps) {
  const t = usePeopleWords();
  return (
    <Field label={t('branding.colour')} hint={t('branding.hint')} error={error}>
      <div className="flex max-w-60 items-center gap-2">
        <input
          type="color"
          aria-label={t('branding.pick')}
          value={accent}
          onChange={(event) => onDraft(event.target.value)}
          className="h-(--control) w-12 shrink-0 cursor-pointer rounded-s border border-line-strong bg-bg p-0.5 touch:h-(--touch)"
        />
        <Input
          value={shown}
          onChange={onDraft}
          dir="ltr"
          spellCheck={false}
          maxLength={7}
          className="font-mono"
        />
      </div>
    </Field>
  );
}

/** A colour field tells every shade that is passed; the one where it rests is meant. */
function useSettled(draft: string | null, keep: (colour: string) => void): void {
  const latest = useRef(keep);
  useEffect(() => void (latest.current = keep));
  useEffect(() => {
    if (draft === null || !COLOUR.test(draft)) return undefined;
    const timer = setTimeout(() => latest.current(draft), A_MOMENT);
    return () => clearTimeout(timer);
  }, [draft]);
}

/** The page came with the accent it was opened with; from here on the one that is kept. */
function useAccentOfApp(accent: string): void {
  useEffect(() => {
    const { light, dark } = accentTokens(accent);
    const { style } = document.documentElement;
    for (const name of Object.keys(light) as (keyof typeof light)[])
      style.setProperty(`--${name}`, `light-dark(${light[name]}, ${dark[name]})`);
  }, [accent]);
}

function Presets({ chosen, onChoose }: { chosen: string; onChoose: (colour: string) => void }) {
  const t = usePeopleWords();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">{t('branding.presets')}</legend>
      <div className="flex flex-wrap gap-2">
        {PRESETS.map(([name, colour]) => (
          <button
            key={name}
            type="button"
            aria-label={t(`branding.${name}`)}
            title={t(`branding.${name}`)}
            aria-pressed={chosen === colour}
            onClick={() => onChoose(colour)}
            style={{ backgroundColor: colour }}
            className={classNames(
              'size-8 rounded-s border border-line-mid touch:size-(--touch)',
              chosen === colour && 'outline-2 outline-offset-2 outline-ink',
            )}
          />
        ))}
      </div>
    </fieldset>
  );
}
