import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import type { SectionName } from '#links/screens/editor/section.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { useEditing } from '#links/screens/editor/editing.tsx';

/** Leads to the parts of the settings, and says which of them one reads; a row above them where it is narrow. */
export function SectionList({ sections }: { sections: readonly SectionName[] }) {
  const t = useLinkWords();
  const current = useSectionInSight(sections);
  useSectionOfAddress(sections);
  const { link } = useEditing();
  const titles: Partial<Record<SectionName, string>> = {
    ...(link.kind === 'personal' && { hosts: t('section.host') }),
    ...(link.kind === 'panel' && { hosts: t('section.chairs') }),
    ...(link.kind === 'specific-times' && { duration: t('section.notice'), hours: t('section.zone') }),
  };
  return (
    <nav
      aria-label={t('section.index')}
      className={
        'sticky top-0 z-10 flex w-40 shrink-0 flex-col gap-0.5 self-start bg-bg @max-[66rem]:-mx-6 @max-[66rem]:mb-4 @max-[66rem]:w-auto ' +
        '@max-[66rem]:flex-row @max-[66rem]:self-stretch @max-[66rem]:overflow-x-auto @max-[66rem]:border-b @max-[66rem]:border-line @max-[66rem]:px-4 @max-[66rem]:py-1.5 [scrollbar-width:none]'
      }
    >
      {sections.map((name) => (
        <a
          key={name}
          href={`#${name}`}
          onClick={(event) => {
            // The address stays the screen's.
            event.preventDefault();
            leadTo(name);
          }}
          aria-current={current === name || undefined}
          className={classNames(
            'shrink-0 truncate rounded-s px-2 py-1 hover:bg-hover touch:py-3',
            current === name ? 'bg-press font-medium text-ink' : 'text-muted',
          )}
        >
          {titles[name] ?? t(`section.${name}`)}
        </a>
      ))}
    </nav>
  );
}

/** Whoever came for one part ("Change the times") is led to it. */
function useSectionOfAddress(sections: readonly SectionName[]): void {
  const asked = useLocation({ select: ({ hash }) => hash });
  const name = sections.find((one) => one === asked);
  useEffect(() => {
    if (name) leadTo(name);
  }, [name]);
}

/** Only the pane moves, and the focus with it. */
function leadTo(name: SectionName): void {
  const section = document.getElementById(name);
  section?.scrollIntoView();
  const heading = section?.querySelector<HTMLElement>('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** The first part whose heading stands in the upper part of the pane. */
function useSectionInSight(sections: readonly SectionName[]): SectionName | undefined {
  const [current, setCurrent] = useState<SectionName | undefined>(sections[0]);
  const names = sections.join(' ');
  useEffect(() => {
    const inSight = new Set<string>();
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        }
        setCurrent(
          (before) => (names.split(' ') as SectionName[]).find((name) => inSight.has(name)) ?? before,
        );
      },
      { rootMargin: '-10% 0px -60% 0px' },
    );
    for (const name of names.split(' ')) {
      const section = document.getElementById(name);
      if (section) watcher.observe(section);
    }
    return () => watcher.disconnect();
  }, [names]);
  return current;
}
