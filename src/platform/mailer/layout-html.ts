import { html, raw } from 'hono/html';
import type { MailFact, MailLayout } from './layout.ts';

/** The whole document; every text in it is escaped. */
export function documentOf(mail: MailLayout): string {
  return html`<!doctype html>
    <html lang="${mail.language}" dir="ltr">
      ${head(mail.title)}
      <body class="side" style="margin:0;padding:0;background:#f5f7f6">
        <div class="side outer" lang="${mail.language}" style="background:#f5f7f6;padding:24px 12px">
          <table
            role="presentation"
            width="100%"
            cellpadding="0"
            cellspacing="0"
            border="0"
            style="max-width:600px;margin:0 auto;border-collapse:separate"
          >
            <tr>
              <td
                class="card"
                style="${raw(FONT)};background:#ffffff;border:1px solid #e1e5e3;border-radius:8px;padding:32px"
              >
                <h1
                  class="ink"
                  style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:600;color:#151a18"
                >
                  ${mail.title}
                </h1>
                ${mail.paragraphs.map(paragraph)}${factTable(mail.facts ?? [])}${(mail.notes ?? []).map(paragraph)}${pressable(mail.button)}${foot(mail.footer)}
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html>`.toString();
}

type Html = ReturnType<typeof html>;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";

// Mail programs without this sheet keep the light colours of the style attributes.
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.side{background:#0f1211!important}
.card{background:#151817!important;border-color:#292e2b!important}
.ink{color:#ebeeec!important}
.muted{color:#a5ada9!important}
.line{border-color:#292e2b!important}
.accent{color:#86d6b6!important}
.press{background:#86d6b6!important;color:#05261b!important}
}
@media (max-width:480px){
.outer{padding:0!important}
.card{border:0!important;border-radius:0!important;padding:24px 16px!important}
.fact th,.fact td{display:block!important;width:auto!important;padding-right:0!important}
.fact th{padding-bottom:0!important}
.fact td{border-top:0!important;padding-top:0!important}
.press{display:block!important;text-align:center!important}
}`;

function head(title: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
    <title>${title}</title>
    <style>
      ${raw(DARK)}
    </style>
  </head>`;
}

function paragraph(text: string): Html {
  return html`<p
    class="ink"
    style="margin:0 0 16px;font-size:16px;line-height:24px;color:#151a18;overflow-wrap:anywhere"
  >
    ${broken(text)}
  </p> `;
}

function factTable(facts: MailFact[]): Html | string {
  if (facts.length === 0) return '';
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:8px 0 24px;border-collapse:collapse"
  >
    ${facts.map(factRow)}
  </table> `;
}

function factRow({ label, value, url }: MailFact): Html {
  const cell =
    'border-top:1px solid #e1e5e3;font-size:16px;line-height:24px;text-align:left;vertical-align:top';
  const link =
    url === undefined ? '' : html`<br /><a class="accent" href="${url}" style="color:#0e5f48">${url}</a>`;
  return html`<tr class="fact">
    <th
      scope="row"
      class="muted line"
      style="${cell};width:128px;padding:12px 16px 12px 0;font-weight:400;color:#565e5a"
    >
      ${label}
    </th>
    <td class="ink line" style="${cell};padding:12px 0;color:#151a18;overflow-wrap:anywhere">
      ${broken(value)}${link}
    </td>
  </tr> `;
}

function pressable(button: MailLayout['button']): Html | string {
  if (button === undefined || !/^https?:\/\/[^\s]+$/i.test(button.url)) return '';
  return html`<p style="margin:0 0 16px">
      <a
        class="press"
        href="${button.url}"
        style="display:inline-block;background:#0e5f48;color:#ffffff;border-radius:8px;padding:12px 24px;font-size:16px;line-height:24px;font-weight:600;text-decoration:none"
        >${button.label}</a
      >
    </p>
    <p
      class="muted"
      style="margin:0 0 16px;font-size:14px;line-height:20px;color:#565e5a;overflow-wrap:anywhere"
    >
      <a class="muted" href="${button.url}" style="color:#565e5a">${button.url}</a>
    </p> `;
}

function foot(footer: string | undefined): Html | string {
  if (footer === undefined) return '';
  return html`<p
    class="muted line"
    style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e1e5e3;font-size:14px;line-height:20px;color:#565e5a"
  >
    ${broken(footer)}
  </p> `;
}

function broken(text: string): Html {
  const [first = '', ...rest] = text.split('\n');
  return html`${first}${rest.map((line) => html`<br />${line}`)}`;
}
