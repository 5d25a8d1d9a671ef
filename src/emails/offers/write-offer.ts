import { translator, type Language } from '#platform/messages/messages.ts';
import { escapeHtml } from '../plain-text.ts';
import type { ShownOffer, ShownTime } from './show-offer.ts';

/** An offer in both parts of a mail. */
export interface WrittenOffer {
  html: string;
  text: string;
}

/**
 * An offer for mail programs: a table with its colours in each cell, for those that know neither style sheets nor
 * padded links, no pictures, and colours that read on light and on dark alike. As text each time has its address.
 */
export function writeOffer(shown: ShownOffer): WrittenOffer {
  return { html: htmlOf(shown), text: textOf(shown) };
}

/** In place of an offer whose link takes no bookings any more. */
export function writeEnded(language: Language): WrittenOffer {
  const text = translator(language)('mail.offer.ended');
  return { html: framed(row(`<i>${escapeHtml(text)}</i>`)), text };
}

/** What is kept and shown in histories: the same words, and the link as everybody knows it. */
export function keptOffer({ title, days, zone, all }: ShownOffer): string {
  const listed = days.map(({ day, times }) => {
    const words = times.map(({ words: time }) => escapeHtml(time)).join(', ');
    return `<li>${escapeHtml(day)}: ${words}</li>`;
  });
  const list = listed.length === 0 ? '' : `<ul>${listed.join('')}</ul><p>${escapeHtml(zone)}</p>`;
  const way = `<a href="${escapeHtml(all.address)}" rel="noopener noreferrer nofollow" target="_blank">`;
  return `<p>${way}<strong>${escapeHtml(title)}</strong></a></p>${list}`;
}

function htmlOf({ title, days, zone, all }: ShownOffer): string {
  const head = row(`<b>${escapeHtml(title)}</b>`);
  if (days.length === 0) return framed(head + row(buttons([{ words: all.words, address: all.address }])));
  const rows = days.map(({ day, times }) => row(`${escapeHtml(day)}${inRows(times)}`));
  const rest = row(
    `${escapeHtml(zone)}<br><a href="${escapeHtml(all.address)}">${escapeHtml(all.words)}</a>`,
  );
  return framed(head + rows.join('') + rest);
}

/** As many beside each other as a telephone has room for; mail programs do not wrap tables. */
function inRows(times: ShownTime[]): string {
  const rows = Array.from({ length: Math.ceil(times.length / A_ROW) }, (_, at) =>
    times.slice(at * A_ROW, (at + 1) * A_ROW),
  );
  return rows.map(buttons).join('');
}

const A_ROW = 4;

function buttons(presses: readonly { words: string; address: string; when?: string }[]): string {
  const cells = presses.map(({ words, address, when }, at) => {
    const label = when === undefined ? '' : ` aria-label="${escapeHtml(when)}"`;
    const gap = at === 0 ? '' : '<td width="8" style="width:8px;font-size:1px">&nbsp;</td>';
    return `${gap}<td bgcolor="${GREEN}" style="${PRESS}"><a href="${escapeHtml(address)}"${label} style="${LINK}">${escapeHtml(words)}</a></td>`;
  });
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:8px;border-collapse:separate"><tr>${cells.join('')}</tr></table>`;
}

const GREEN = '#0e5f48';
const PRESS = `background-color:${GREEN};border-radius:6px;padding:0`;
const LINK = `display:inline-block;padding:8px 12px;background-color:${GREEN};border:1px solid ${GREEN};border-radius:6px;color:#ffffff;font-weight:600;line-height:20px;text-decoration:none`;
const EDGE = '#8b9791';

function framed(rows: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;margin:16px 0;border:1px solid ${EDGE};border-radius:8px;border-collapse:separate">${rows}</table>`;
}

function row(content: string): string {
  return `<tr><td style="padding:12px 16px;border-bottom:0;font-size:15px;line-height:22px">${content}</td></tr>`;
}

function textOf({ title, days, zone, all }: ShownOffer): string {
  if (days.length === 0) return [title, `${all.words}\n${all.address}`].join('\n\n');
  const times = days.flatMap((day) =>
    day.times.map(({ words, address }) => `${day.day}, ${words}\n${address}`),
  );
  return [title, ...times, zone, `${all.words}\n${all.address}`].join('\n\n');
}
