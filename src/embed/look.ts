/**
 * How the script's own parts look. They stand in shadow roots, where the website's rules do not reach, and their sheet
 * is made by script: a strict `style-src` allows that. Runs in the browser.
 */

/** The rules of look.css, put here when the script is served. */
const rules = 'look.css';

let sheet: CSSStyleSheet | undefined;

/** An empty place of our own within an element, in its place. */
export function placeIn(element: Element): ShadowRoot {
  const box = document.createElement('div');
  element.replaceChildren(box);
  return rootOf(box);
}

export function rootOf(box: HTMLElement): ShadowRoot {
  const root = box.attachShadow({ mode: 'open' });
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  root.adoptedStyleSheets = [sheet];
  return root;
}

/**
 * A button of ours, to open or to close; the latter shows a sign and is named by its words. On `color`, '#rrggbb', they
 * are white or black, whichever can be read.
 */
export function button(part: 'button' | 'close', words: string, color = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.part = part;
  made.textContent = part === 'button' ? words : '×';
  made.ariaLabel = words;
  const parts = /^#(..)(..)(..)$/.exec(color);
  if (parts) {
    const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => (parseInt(hex, 16) / 255) ** 2.2);
    made.style.background = color;
    made.style.color = red * 0.2126 + green * 0.7152 + blue * 0.0722 < 0.18 ? '#fff' : '#000';
  }
  return made;
}
