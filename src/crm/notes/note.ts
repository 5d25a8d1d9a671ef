import type { TimelineItem } from '#crm/timeline/entry.ts';

/**
 * A note is kept as HTML that any page may show as it is. Until there is an editor it is plain text: markup in
 * it is written out, not obeyed, and lines stay lines.
 */
export function noteHtml(text: string): string {
  const escaped = text.trim().replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return escaped.replace(/\r\n|[\r\n\u2028\u2029]/g, '<br>');
}

export interface Note {
  id: string;
  html: string;
  at: string;
  by: { kind: string; id?: string; name?: string };
}

/** A note as it stands on a timeline. */
export function noteFrom({ id, data, at, by }: TimelineItem): Note {
  return { id, html: String(data.html), at, by };
}
