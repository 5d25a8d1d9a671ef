/**
 * A letter as its readers' mail programs get it: what was written, in a plain face, and nothing from elsewhere.
 * `clean` has been through cleanHtml. The scheme stands on the root: below it the dark ground would have black words.
 */
export function letterHtml(clean: string): string {
  return `<!doctype html><html style="color-scheme:light dark"><head>${HEAD}</head><body style="${FACE}">${clean}</body></html>`;
}

const HEAD =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">';
const FACE = 'font:15px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif';
