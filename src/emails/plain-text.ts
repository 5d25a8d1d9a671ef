/** The same as plain text: what a mail program without HTML shows. Takes only HTML that was cleaned. */
export function textOfHtml(clean: string): string {
  const lined = clean
    .replace(/\s+/g, ' ')
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<(p|div|h[1-3]|blockquote|pre|ul|ol|table|tr|hr)\b[^>]*>/g, '\n')
    .replace(/<\/(p|div|h[1-3]|blockquote|pre|ul|ol|table|tr)>/g, '\n')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, linkAsText)
    .replace(/<[^>]*>/g, '');
  const lines = unescaped(lined).split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A link is written out unless its words are the address already. */
function linkAsText(_all: string, href: string, words: string): string {
  const address = href.replace(/^mailto:/, '');
  return words.includes(address) ? words : `${words} (${address})`;
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp));/g, (all, code?: string, name?: string) => {
    if (name) return SIGNS[name]!;
    return Number(code) > 0 && Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : all;
  });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
