import type { Platform } from '../platform.ts';

/**
 * Slow work of one process that no job waits for, such as asking a server elsewhere: some at once, each under a key of
 * its own, until nothing is due.
 */
export class Errands<Ending> {
  readonly #atOnce: number;
  readonly #running = new Map<string, Promise<Ending>>();
  readonly #stop = new AbortController();
  #looking: Promise<void> | undefined;
  /** Somebody asked since the last look began, which may have been too early for what they ask for. */
  #asked = false;
  /** Settled by whoever asks while all hands are busy. */
  #woken = Promise.withResolvers<void>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  keys(): string[] {
    return [...this.#running.keys()];
  }

  underWay(key: string): Promise<Ending> | undefined {
    return this.#running.get(key);
  }

  begin(key: string, errand: (stop: AbortSignal) => Promise<Ending>): Promise<Ending> {
    const running = errand(this.#stop.signal).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  /**
   * `beginSome` begins what is due, `room` at most, and answers how many. Done when nothing is due and nothing under
   * way; whoever asks meanwhile waits for the same.
   */
  run(beginSome: (room: number) => Promise<number>): Promise<void> {
    this.#asked = true;
    this.#woken.resolve();
    this.#looking ??= this.#look(beginSome).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Begins nothing more, tells what is under way to end, and waits for it. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#woken.resolve();
    await Promise.all([...this.#running.values(), this.#looking]);
  }

  async #look(beginSome: (room: number) => Promise<number>): Promise<void> {
    while (!this.isStopped) {
      this.#asked = false;
      this.#woken = Promise.withResolvers();
      const room = this.#atOnce - this.#running.size;
      const begun = room > 0 ? await beginSome(room) : 0;
      if (this.#running.size === 0) {
        if (begun === 0 && !this.#asked) return;
      } else if (begun === 0 || begun === room) {
        await Promise.race([...this.#running.values(), this.#woken.promise]);
      }
    }
  }
}

/** Several houses may stand in one process: each has its own. */
export function errandsOfEach<Ending>(atOnce: number): (platform: Platform) => Errands<Ending> {
  const all = new WeakMap<Platform, Errands<Ending>>();
  return (platform) => {
    const errands = all.get(platform) ?? new Errands<Ending>(atOnce);
    all.set(platform, errands);
    return errands;
  };
}
