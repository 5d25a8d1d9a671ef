/** What a note says without its markup: paragraphs and breaks become lines. Nothing of it runs or loads. */
export function plainText(html: string): string {
  const lines = html.replaceAll(/<br\s*\/?>|<\/p>\s*(?=<)/g, '\n');
  return new DOMParser().parseFromString(lines, 'text/html').body.textContent.trim();
}
