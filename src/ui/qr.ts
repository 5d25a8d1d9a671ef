import { encodeQR } from 'qr';

/** A QR code, row by row, true where it is dark, with the four modules of margin that cameras need. */
export type QrModules = boolean[][];

/** Null when the text is too long to be drawn. */
export function qrModules(text: string): QrModules | null {
  try {
    return encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  } catch {
    return null;
  }
}

/** What is dark, as the outline of an SVG whose unit is one module: one stroke for each run. */
export function qrPath(modules: QrModules): string {
  return modules.map(runsOf).join('');
}

function runsOf(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}

/** A file of its own, sharp at any size; `colour` is '#rrggbb'. */
export function qrSvg(modules: QrModules, colour: string): string {
  const size = modules.length;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 16}" height="${size * 16}" shape-rendering="crispEdges">` +
    `<path fill="#ffffff" d="M0 0h${size}v${size}H0z"/><path fill="${colour}" d="${qrPath(modules)}"/></svg>\n`
  );
}
