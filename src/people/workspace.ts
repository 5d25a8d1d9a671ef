import type { Language } from '#platform/messages/messages.ts';
import type { Logo } from '#people/branding/logo.ts';
import { UNLIMITED, type Plan } from './plan.ts';

/** The company-wide page `/book_appointment` (B8): which link it is an alias of, and whether it is open. */
export interface AppointmentPage {
  enabled: boolean;
  linkId: string | null;
}

export interface WorkspaceSettings {
  logo: Logo | null;
  appointmentPage: AppointmentPage;
  plan: Plan;
  /** The mailbox that answers to invitations are read from; null while none is. */
  replyAddress: string | null;
  onDecline: OnDecline;
}

/** What follows when a visitor declines from their calendar: the hosts are told, or the time is free again at once. */
export const ON_DECLINE = ['tell', 'cancel'] as const;
export type OnDecline = (typeof ON_DECLINE)[number];

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  locale: Language;
  /** Two capital letters (ISO 3166-1), or null. */
  country: string | null;
  /** '#rrggbb'. */
  accent: string;
  logo: Logo | null;
  appointmentPage: AppointmentPage;
  plan: Plan;
  /** A9: how long an outside calendar may go unread before it closes its member. */
  calendarStaleMinutes: number;
  replyAddress: string | null;
  onDecline: OnDecline;
  version: number;
  createdAt: string;
}

/** What a workspace may be asked to change. */
export type WorkspaceChange = Partial<Omit<Workspace, 'id' | 'logo' | 'version' | 'createdAt'>>;

export const DEFAULT_ACCENT = '#0e5f48';

/** A new workspace has no appointment page yet and no limits (N5, L8). */
export const firstSettings: WorkspaceSettings & Pick<Workspace, 'calendarStaleMinutes'> = {
  logo: null,
  appointmentPage: { enabled: false, linkId: null },
  plan: UNLIMITED,
  replyAddress: null,
  onDecline: 'tell',
  calendarStaleMinutes: 60,
};
