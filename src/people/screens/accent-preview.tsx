import type { CSSProperties } from 'react';
import { accentTokens } from '#ui/accent.ts';
import { LogoShown } from './logo-shown.tsx';
import type { WorkspaceView } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

export interface AccentPreviewProps {
  accent: string;
  theme: 'light' | 'dark';
  workspace: WorkspaceView;
}

/** A corner of the visitor's page and one of the app, as the colour makes them. Only a picture. */
export function AccentPreview({ accent, theme, workspace }: AccentPreviewProps) {
  const t = usePeopleWords();
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-12 text-faint">
        {t(`browser.${theme}`)}
        <span className="sr-only">{t('branding.picture')}</span>
      </figcaption>
      <div
        data-shows={theme}
        style={styleOf(accent, theme)}
        className="overflow-hidden rounded-r border border-line bg-bg text-ink"
      >
        <PublicCorner workspace={workspace} />
        <AppCorner workspace={workspace.name} />
      </div>
    </figure>
  );
}

function styleOf(accent: string, theme: 'light' | 'dark'): CSSProperties {
  const tokens = Object.entries(accentTokens(accent)[theme]).map(([name, value]) => [`--${name}`, value]);
  return { colorScheme: theme, ...(Object.fromEntries(tokens) as CSSProperties) };
}

const TIMES = ['09:00', '09:30', '10:00', '10:30'];

function PublicCorner({ workspace }: Pick<AccentPreviewProps, 'workspace'>) {
  const t = usePeopleWords();
  return (
    <div aria-hidden className="p-4">
      <LogoShown workspace={workspace} />
      <p className="mt-2 mb-3 font-semibold">{t('branding.meeting')}</p>
      <div className="grid grid-cols-4 gap-1.5">
        {TIMES.map((time, at) => (
          <span
            key={time}
            className={`tabular rounded-s border py-1.5 text-center text-12 font-medium ${at === 1 ? 'border-accent bg-accent text-on-accent' : 'border-accent-mid text-accent-text'}`}
          >
            {time}
          </span>
        ))}
      </div>
    </div>
  );
}

function AppCorner({ workspace }: { workspace: string }) {
  const t = usePeopleWords();
  return (
    <div aria-hidden className="flex items-stretch border-t border-line">
      <div className="w-20 shrink-0 truncate border-e border-line bg-side p-2 text-11 font-semibold">
        {workspace}
      </div>
      <div className="min-w-0 flex-1 p-2">
        <div className="mb-2 truncate rounded-xs border-s-4 border-accent bg-accent-soft px-2 py-1 text-12 text-accent-text">
          10:00 {t('branding.booked')}
        </div>
        <span className="inline-block rounded-s bg-accent px-2 py-1 text-12 font-medium text-on-accent">
          {t('branding.action')}
        </span>
      </div>
    </div>
  );
}
