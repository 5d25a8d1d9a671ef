import { queryString } from '#ui/request.ts';
import type { LinkView } from '#links/screens/link-queries.ts';

/** The very page a visitor sees, marked as a preview; also of a link that is off. Nothing can be booked there. */
export function previewAddress({ id }: Pick<LinkView, 'id'>, asked: Record<string, string> = {}): string {
  return `/admin/preview/${id}${queryString(asked)}`;
}
