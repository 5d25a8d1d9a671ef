import { QrPicture } from '#ui/qr-picture.tsx';
import { qrModules } from '#ui/qr.ts';

/** What the camera of a telephone reads. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return <QrPicture modules={qrModules(text) ?? []} label={label} className="size-44 rounded-s" />;
}
