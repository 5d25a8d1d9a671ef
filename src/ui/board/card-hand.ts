const HOLD_MS = 300;
const SLACK_PX = 6;
const EDGE_PX = 56;

/** A card on its way: where it was taken from, what lies under it, and where the hand holds it. */
export interface Carried {
  cardId: string;
  from: string;
  over: string | null;
  width: number;
  left: number;
  top: number;
}

export interface Heard {
  show: (carried: Carried | null) => void;
  drop: (cardId: string, columnId: string) => void;
}

interface Taken {
  cardId: string;
  element: Element;
  x: number;
  y: number;
  timer: ReturnType<typeof setTimeout> | null;
}

interface Held extends Carried {
  x: number;
  y: number;
  gripX: number;
  gripY: number;
}

/** Carries cards by mouse at once, by finger after a hold; until then a finger scrolls. Escape leaves all as it was. */
export class CardHand {
  #heard: Heard | null = null;
  #pane: HTMLElement | null = null;
  #ghost: HTMLElement | null = null;
  #taken: Taken | null = null;
  #held: Held | null = null;
  #hasCarried = false;

  hear(heard: Heard): void {
    this.#heard = heard;
  }

  readonly ghost = (element: HTMLElement | null): void => {
    this.#ghost = element;
  };

  down(event: PointerEvent, cardId: string, element: Element): void {
    this.#hasCarried = false;
    if (event.button !== 0 || !event.isPrimary) return;
    const isFinger = event.pointerType === 'touch';
    const timer = isFinger ? setTimeout(() => this.#lift(), HOLD_MS) : null;
    this.#taken = { cardId, element, x: event.clientX, y: event.clientY, timer };
  }

  /** The click that follows carrying is none. */
  tookClick(): boolean {
    const had = this.#hasCarried;
    this.#hasCarried = false;
    return had;
  }

  /** Listens for as long as the board is shown. */
  attach(pane: HTMLElement): () => void {
    this.#pane = pane;
    const ending = new AbortController();
    const { signal } = ending;
    window.addEventListener('pointermove', this.#move, { signal });
    window.addEventListener('pointerup', this.#up, { signal });
    window.addEventListener('pointercancel', () => this.#leave(), { signal });
    window.addEventListener('keydown', this.#key, { signal, capture: true });
    // What a finger holds is carried; the page under it does not scroll.
    const still = (event: Event) => this.#held && event.preventDefault();
    pane.addEventListener('touchmove', still, { signal, passive: false });
    pane.addEventListener('contextmenu', (event) => this.#hasCarried && event.preventDefault(), { signal });
    return () => {
      this.#leave();
      ending.abort();
    };
  }

  readonly #move = (event: PointerEvent): void => {
    const { clientX: x, clientY: y } = event;
    const taken = this.#taken;
    if (taken && Math.hypot(taken.x - x, taken.y - y) > SLACK_PX) {
      if (taken.timer) this.#forget();
      else this.#lift();
    }
    if (this.#held) Object.assign(this.#held, { x, y });
  };

  readonly #up = (): void => {
    this.#forget();
    const held = this.#held;
    if (!held) return;
    const over = this.#columnAt(held.x, held.y);
    this.#leave();
    if (over !== null && over !== held.from) this.#heard?.drop(held.cardId, over);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#held) return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
  };

  #lift(): void {
    const taken = this.#taken;
    this.#forget();
    const from = taken?.element.closest<HTMLElement>('[data-stage]')?.dataset['stage'];
    if (!taken || from === undefined) return;
    const { left, top, width } = taken.element.getBoundingClientRect();
    const { cardId, x, y, timer } = taken;
    this.#held = { cardId, from, over: from, width, left, top, x, y, gripX: x - left, gripY: y - top };
    this.#hasCarried = true;
    if (timer) navigator.vibrate?.(10);
    this.#heard?.show(this.#held);
    requestAnimationFrame(this.#follow);
  }

  readonly #follow = (): void => {
    const held = this.#held;
    if (!held) return;
    const { x, y } = held;
    if (this.#ghost)
      this.#ghost.style.transform = `translate(${x - held.gripX}px, ${y - held.gripY}px) rotate(1deg)`;
    this.#scroll(x, y);
    const over = this.#columnAt(x, y);
    if (over !== held.over) {
      held.over = over;
      this.#heard?.show({ ...held, left: x - held.gripX, top: y - held.gripY });
    }
    requestAnimationFrame(this.#follow);
  };

  #scroll(x: number, y: number): void {
    const sideways = this.#pane?.querySelector('[data-columns]');
    if (sideways) sideways.scrollLeft += push(x, sideways.getBoundingClientRect(), 'left', 'right');
    const cards = this.#stageAt(x, y)?.querySelector('[data-cards]');
    if (cards) cards.scrollTop += push(y, cards.getBoundingClientRect(), 'top', 'bottom');
  }

  #stageAt(x: number, y: number): HTMLElement | null {
    const stage = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-stage]') ?? null;
    return stage && this.#pane?.contains(stage) ? stage : null;
  }

  #columnAt(x: number, y: number): string | null {
    return this.#stageAt(x, y)?.dataset['stage'] ?? null;
  }

  #forget(): void {
    if (this.#taken?.timer) clearTimeout(this.#taken.timer);
    this.#taken = null;
  }

  #leave(): void {
    this.#forget();
    if (!this.#held) return;
    this.#held = null;
    this.#heard?.show(null);
  }
}

/** Pixels a frame, more the nearer the hand is to an edge. */
function push(at: number, box: DOMRect, start: 'left' | 'top', end: 'right' | 'bottom'): number {
  const before = at - box[start];
  const after = box[end] - at;
  if (before < EDGE_PX) return -Math.ceil((EDGE_PX - Math.max(0, before)) / 5);
  if (after < EDGE_PX) return Math.ceil((EDGE_PX - Math.max(0, after)) / 5);
  return 0;
}
