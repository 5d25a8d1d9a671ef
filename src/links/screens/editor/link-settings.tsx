import { DurationSection } from './duration-section.tsx';
import { useEditing } from './editing.tsx';
import { GuestsSection } from './guests-section.tsx';
import { HostsSection } from './hosts-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { PageSection } from './page-section.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { SECTIONS, type SectionName } from './section.tsx';
import { VerificationSection } from './verification-section.tsx';
import type { LinkKind } from '../link-queries.ts';
import type { ReactNode } from 'react';

/** The parts that a kind of link has. */
export function sectionsOf(kind: LinkKind): SectionName[] {
  return SECTIONS.filter((name) => name !== 'times' || kind === 'specific-times');
}

/** Every setting that works today. `times` is drawn by who can look into calendars. */
export function LinkSettings({ times }: { times: ReactNode }) {
  const { link } = useEditing();
  return (
    <>
      <HostsSection />
      {link.kind === 'specific-times' && times}
      <DurationSection />
      <HoursSection />
      <PageSection />
      <QuestionsSection />
      <GuestsSection />
      <VerificationSection />
      <LimitsSection />
    </>
  );
}
