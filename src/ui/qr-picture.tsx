import { qrPath, type QrModules } from './qr.ts';
import { classNames } from './class-names.ts';

interface QrPictureProps {
  modules: QrModules;
  label: string;
  /** '#rrggbb', dark enough for a camera. */
  colour?: string;
  className?: string;
}

/** A QR code on the screen: dark on light in both themes, which is what cameras read. */
export function QrPicture({ modules, label, colour = '#000', className }: QrPictureProps) {
  const size = modules.length;
  return (
    <svg
      // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classNames('forced-color-adjust-none', className)}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(modules)} fill={colour} />
    </svg>
  );
}
