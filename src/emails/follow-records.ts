import type { Platform } from '#platform/platform.ts';
import '#crm/timeline/facts.ts';
import { moveEmails } from './store-sending.ts';

/** E-mails written from a lead are those of the contact it became; of two records that became one, they are the one's. */
export function listenEmails({ announcer }: Platform): void {
  announcer.on('record-merged', moveEmails);
}
