import type { z } from 'zod';
import type { ClosingCalendars } from '#calendars/outside/closing-calendars.ts';
import type { CustomFieldShape } from '#crm/fields/custom-field-fields.ts';
import type { Picklist } from '#crm/fields/screens/picklist-queries.ts';
import type { Me } from '#people/screens/use-me.ts';

export type { Me };

/** Who is signed in and where, and what records choose from: written into the page by the server, so that the first screen need not ask. */
export interface Boot {
  me: Me;
  picklists: Picklist[];
  /** Of all kinds, in their order. */
  customFields: z.infer<typeof CustomFieldShape>[];
  /** A9: which of one's calendars keep one from being booked. */
  closingCalendars: ClosingCalendars;
}

export function readBoot(): Boot {
  return JSON.parse(document.querySelector('#boot')?.textContent ?? 'null') as Boot;
}
