export interface Wish {
  /** The address of the link's own page. */
  url: string;
  mode: 'inline' | 'dialog' | 'float';
  /** The website's own unless said. */
  theme: 'auto' | 'light' | 'dark';
  /** The visitor's unless said. */
  language: 'auto' | 'en' | 'fr' | 'pl';
  /** Of the button; empty, the script has words of its own in each language. */
  text: string;
  /** Of the button, '#rrggbb'. */
  color: string;
}

/** L5: what is pasted into a website. What needs not be said is left out; no value leaves its attribute. */
export function snippet(wish: Wish): string {
  const attributes = Object.entries(attributesOf(wish)).map(([name, value]) => `${name}="${escaped(value)}"`);
  const script = escaped(new URL('../embed.js', wish.url).href);
  return `<div ${attributes.join('\n     ')}></div>\n<script src="${script}" async></script>`;
}

function attributesOf({ url, mode, theme, language, text, color }: Wish): Record<string, string> {
  const isButton = mode !== 'inline';
  return {
    'data-rondo': url,
    ...(isButton && { 'data-rondo-mode': mode }),
    ...(theme !== 'auto' && { 'data-rondo-theme': theme }),
    ...(language !== 'auto' && { 'data-rondo-language': language }),
    ...(isButton && text.trim() && { 'data-rondo-text': text.trim() }),
    ...(isButton && { 'data-rondo-color': color }),
  };
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that means itself in HTML, between quotes too. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
