/** Rejects where a browser lets no page write: without TLS none does. */
export async function writeToClipboard(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard');
  await navigator.clipboard.writeText(text);
}

/** The same with its looks, for whatever takes them; the plain text for all else. */
export async function writeRichToClipboard(html: string, text: string): Promise<void> {
  if (!navigator.clipboard || !('ClipboardItem' in globalThis)) throw new Error('no clipboard');
  const kinds = { 'text/html': html, 'text/plain': text };
  const blobs = Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
