/**
 * A letter as its readers' mail programs get it: what was written, in a plain face, and nothing from elsewhere.
 * `clean` has been through cleanHtml.
 */
export function letterHtml(clean: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="${FACE}">${clean}</body></html>`;
}

const FACE = 'font:15px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif;color-scheme:light dark';
