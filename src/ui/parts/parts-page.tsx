import { Segmented } from '../segmented.tsx';
import { useState } from 'react';
import { BoardStory } from './board-story.tsx';
import { ButtonsStory } from './buttons-story.tsx';
import { ChoosingStory } from './choosing-story.tsx';
import { DatesStory } from './dates-story.tsx';
import { FieldsStory } from './fields-story.tsx';
import { FilesStory } from './files-story.tsx';
import { FiguresStory } from './figures-story.tsx';
import { ListsStory } from './lists-story.tsx';
import { MarksStory } from './marks-story.tsx';
import { NoticesStory } from './notices-story.tsx';
import { OverlaysStory } from './overlays-story.tsx';
import { PagesStory } from './pages-story.tsx';
import { RecordsStory } from './records-story.tsx';
import { RichTextStory } from './rich-text-story.tsx';
import { TableStory } from './table-story.tsx';

/** Every part in every state, for whoever builds a screen and for the pictures. Not translated: no visitor comes here. */
export function PartsPage() {
  return (
    <div className="scroll-pane h-full">
      <main lang="en" className="mx-auto max-w-300 px-6 py-8 max-tablet:px-4">
        <header className="mb-6 flex flex-wrap items-center gap-4">
          <h1 className="text-20 font-semibold">Parts</h1>
          <ThemeChoice />
        </header>
        <ButtonsStory />
        <FieldsStory />
        <ChoosingStory />
        <DatesStory />
        <MarksStory />
        <OverlaysStory />
        <PagesStory />
        <ListsStory />
        <TableStory />
        <BoardStory />
        <FilesStory />
        <RecordsStory />
        <RichTextStory />
        <FiguresStory />
        <NoticesStory />
      </main>
    </div>
  );
}

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

function ThemeChoice() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]['value']>('system');
  const choose = (next: typeof theme) => {
    setTheme(next);
    document.documentElement.dataset['theme'] = next;
  };
  return <Segmented label="Theme" items={THEMES} value={theme} onChange={choose} />;
}
