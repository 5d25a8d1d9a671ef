import { DurationSection } from './duration-section.tsx';
import { useEditing } from './editing.tsx';
import { GuestsSection } from './guests-section.tsx';
import { HostsSection } from './hosts-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { OwnerSection } from './owner-section.tsx';
import { PageSection } from './page-section.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { SECTIONS, type SectionName } from './section.tsx';
import { VerificationSection } from './verification-section.tsx';
import { WebsitesSection } from './websites-section.tsx';
import type { LinkKind } from '../link-queries.ts';
import type { ReactNode } from 'react';

/** The parts that a kind of link has. */
export function sectionsOf(kind: LinkKind): SectionName[] {
  const only: Partial<Record<SectionName, readonly LinkKind[]>> = {
    times: ['specific-times'],
    owner: ['round-robin', 'panel'],
  };
  return SECTIONS.filter((name) => only[name]?.includes(kind) ?? true);
}

interface LinkSettingsProps {
  /** Drawn by who can look into calendars. */
  times: ReactNode;
  /** Makes a personal link; drawn by who knows people. */
  personal: ReactNode;
}

/** Every setting that works today. */
export function LinkSettings({ times, personal }: LinkSettingsProps) {
  const { link } = useEditing();
  return (
    <>
      <HostsSection />
      {sectionsOf(link.kind).includes('owner') && <OwnerSection personal={personal} />}
      {link.kind === 'specific-times' && times}
      <DurationSection />
      <HoursSection />
      <PageSection />
      <QuestionsSection />
      <GuestsSection />
      <VerificationSection />
      <RemindersSection />
      <LimitsSection />
      <WebsitesSection />
    </>
  );
}
