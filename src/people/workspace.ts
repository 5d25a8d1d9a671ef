import type { Language } from '#platform/messages/messages.ts';

/** The company-wide page `/book_appointment` (B8): which link it is an alias of, and whether it is open. */
export interface AppointmentPage {
  enabled: boolean;
  linkId: string | null;
}

/** L8: how many active general links a member may have; null = as many as they like. */
export interface Plan {
  name: string;
  generalLinksPerMember: number | null;
}

export interface WorkspaceSettings {
  appointmentPage: AppointmentPage;
  plan: Plan;
}

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
  appointmentPage: AppointmentPage;
  plan: Plan;
  version: number;
  createdAt: string;
}

/** What a workspace may be asked to change. */
export type WorkspaceChange = Partial<Omit<Workspace, 'id' | 'version' | 'createdAt'>>;

export const DEFAULT_ACCENT = '#0e5f48';

/** A new workspace has no appointment page yet and no limits (N5, L8). */
export const firstSettings: WorkspaceSettings = {
  appointmentPage: { enabled: false, linkId: null },
  plan: { name: 'Unlimited', generalLinksPerMember: null },
};
