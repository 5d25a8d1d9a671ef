import { qrSvg, type QrModules } from '#ui/qr.ts';

export function saveQrSvg(modules: QrModules, colour: string, name: string): void {
  save(new Blob([qrSvg(modules, colour)], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** At least so many pixels wide: enough for a slide, and a whole number for each module, so that every edge is sharp. */
const WIDE = 1024;

/** Rejects where a browser draws no picture. */
export async function saveQrPng(modules: QrModules, colour: string, name: string): Promise<void> {
  const scale = Math.ceil(WIDE / modules.length);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules.length * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colour;
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => isDark && pen.fillRect(x * scale, y * scale, scale, scale));
  });
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!picture) throw new Error('no picture');
  save(picture, `${name}.png`);
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
