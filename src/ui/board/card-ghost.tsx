import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Carried } from './card-hand.ts';

interface CardGhostProps {
  carried: Carried;
  onDrawn: (element: HTMLElement | null) => void;
  children: ReactNode;
}

/** The card in the hand. It lies over everything and is nothing to be pointed at. */
export function CardGhost({ carried, onDrawn, children }: CardGhostProps) {
  const { left, top, width } = carried;
  return createPortal(
    <div
      ref={onDrawn}
      aria-hidden
      style={{ width, transform: `translate(${left}px, ${top}px) rotate(1deg)` }}
      className="pointer-events-none fixed start-0 top-0 z-50 cursor-grabbing rounded-r bg-bg p-3 shadow-pop outline outline-transparent"
    >
      {children}
    </div>,
    document.body,
  );
}
