import { lazy, Suspense, useState } from 'react';
import type { LinkView } from '#links/screens/link-queries.ts';

/** Ways to share a link: each is a part of the dialog. */
export type ShareWay = 'link' | 'personal' | 'website' | 'qr' | 'signature';

export interface ShareProps {
  link: LinkView;
  open: boolean;
  onClose: () => void;
  /** Which of the ways is shown first. */
  way?: ShareWay;
}

const load = () => import('./share-dialog.tsx');
const Loaded = lazy(async () => ({ default: (await load()).ShareDialog }));

/** The dialog in which a link is shared; it is fetched when it is first asked for. */
export function Share(props: ShareProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
