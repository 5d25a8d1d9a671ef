import { lazy, Suspense, useState } from 'react';
import { MyButton } from './my-button.tsx';

const load = () => import('./my-menu.tsx');
const MyMenu = lazy(async () => ({ default: (await load()).MyMenu }));

/** The button is there from the first paint; its menu is fetched when a pointer or the focus comes near. */
export function Mine() {
  const [isWanted, setWanted] = useState(false);
  if (!isWanted) {
    return (
      <MyButton
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setWanted(true)}
      />
    );
  }
  return (
    <Suspense fallback={<MyButton />}>
      <MyMenu />
    </Suspense>
  );
}
