import type { EmailBrief } from './email.ts';
import { presentBrief } from './present-email.ts';

/** A page of what a list answered, with the cursor of the next one if there is any. */
export function pageFrom(emails: readonly EmailBrief[], limit: number) {
  const page = emails.slice(0, limit);
  return { items: page.map(presentBrief), next: emails.length > limit ? page.at(-1)!.id : null };
}
