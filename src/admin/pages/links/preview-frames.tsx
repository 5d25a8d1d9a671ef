import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { classNames } from '#ui/class-names.ts';
import { useWidth } from './use-width.ts';

export type Device = 'desk' | 'phone';

interface PreviewFramesProps {
  address: string;
  /** Another one means that something was saved, and the page is read anew. */
  version: number;
  device: Device;
  title: string;
  onFail: () => void;
}

/** In pixels of the page: where the public page has its wide form, and a phone; drawn this large at most. */
const SIZES = { desk: { width: 864, height: 760, most: 1 }, phone: { width: 390, height: 760, most: 0.82 } };

interface Sheet {
  version: number;
  address: string;
}

/**
 * The page in a frame. A newer one is laid beneath until it is whole, and then takes the place of the old: where one was
 * in it, how far down, and the focus if it was there. Nothing flickers and the focus never moves by itself.
 */
export function PreviewFrames({ device, title, ...asked }: PreviewFramesProps) {
  const { ref, width } = useWidth();
  const { sheets, arrive } = useSheets(asked);
  const { most, ...size } = SIZES[device];
  const scale = Math.min(most, width / size.width);
  return (
    <div ref={ref}>
      <div
        className="relative mx-auto overflow-hidden rounded-r border border-line bg-bg"
        style={{ width: size.width * scale, height: size.height * scale }}
      >
        {sheets.map((sheet, place) => (
          // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of ours: its script runs, and its place is read
          <iframe
            key={sheet.version}
            src={sheet.address}
            title={title}
            loading={place === 0 ? 'lazy' : 'eager'}
            inert={place > 0}
            onLoad={(event) => arrive(sheet, event)}
            className={classNames('absolute start-0 top-0 origin-top-left', place > 0 && '-z-10 opacity-0')}
            style={{ ...size, scale: String(scale) }}
          />
        ))}
      </div>
    </div>
  );
}

/** The one that is shown, and behind it the one that is on its way. */
function useSheets({ address, version, onFail }: Omit<PreviewFramesProps, 'device' | 'title'>) {
  const shown = useRef<HTMLIFrameElement>(null);
  const [sheets, setSheets] = useState<Sheet[]>([{ version, address }]);
  useEffect(() => {
    setSheets((before) => {
      const [first] = before;
      if (!first || first.version === version) return before;
      return [first, { version, address: placeIn(shown.current) ?? address }];
    });
  }, [version, address]);
  const arrive = (sheet: Sheet, { currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) => {
    if (!isWhole(frame)) return onFail();
    if (shown.current && shown.current !== frame) takePlace(shown.current, frame);
    shown.current = frame;
    setSheets((now) => now.filter((one) => one.version >= sheet.version));
  };
  return { sheets, arrive };
}

/** Path and query of the page that one has gone to in the frame; null while none of ours is in it. */
function placeIn(frame: HTMLIFrameElement | null): string | null {
  const place = frame?.contentWindow?.location;
  try {
    return place?.pathname.startsWith('/admin/preview/') ? place.pathname + place.search : null;
  } catch {
    return null;
  }
}

function isWhole({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.querySelector('.preview') != null;
}

function takePlace(old: HTMLIFrameElement, fresh: HTMLIFrameElement): void {
  fresh.contentWindow?.scrollTo(0, old.contentWindow?.scrollY ?? 0);
  if (document.activeElement === old) fresh.focus({ preventScroll: true });
}
