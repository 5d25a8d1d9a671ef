import type { PersonKind } from '#crm/contacts/tables.ts';
import type { Utm } from '#crm/leads/utm.ts';
import type { CustomValues } from '#crm/timeline/custom/custom-field.ts';

/** Somebody the CRM knows. */
export interface Person {
  kind: PersonKind;
  id: string;
  name: string;
  ownerId: string | null;
}

/** What a stranger told when booking. */
export interface Visitor {
  workspaceId: string;
  name: string;
  email: string;
  phone?: string | null;
  skype?: string | null;
  companyName?: string | null;
  jobTitle?: string | null;
  details?: string | null;
  /** Values of the workspace's own fields, as those take them. */
  custom?: CustomValues;
  /** Where they came from: the link's title. */
  source: string;
  utm?: Utm | null;
}
