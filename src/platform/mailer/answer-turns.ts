/** A message's place among those that may be between the server's answer and what is written of it. */
export interface Turn {
  /** Resolves when its last line may be said. The place is free again when the message is settled. */
  take(): Promise<void>;
  /** The server has answered, or is gone. */
  answered(): void;
}

/** An answer that takes so long, or a part of it, lets one more message be on its way at the same time. */
const QUICK_MS = 50;
const REMEMBERED = 9;

/**
 * A process that dies after the server has taken a message and before that is written down sends it again. So with a
 * quick server messages end one after the other, each written down before the next is handed over: everything but the
 * last line goes out beforehand. A slow server would make a long line of them, so it gets more at once (decision 0027).
 */
export function answerTurns(most: number): (settled: Promise<unknown>) => Turn {
  const waiting: (() => void)[] = [];
  const lasted: number[] = [];
  let taken = 0;
  const admit = (): void => {
    while (waiting.length > 0 && taken < atOnce(lasted, most)) {
      taken++;
      waiting.shift()!();
    }
  };
  const giveBack = (): void => {
    taken--;
    admit();
  };
  return (settled) => {
    let began: number | undefined;
    return {
      take: async () => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          admit();
        });
        began = performance.now();
        void settled.finally(giveBack);
      },
      answered: () => {
        if (began === undefined) return;
        lasted.push(performance.now() - began);
        if (lasted.length > REMEMBERED) lasted.shift();
      },
    };
  };
}

/** By the middle one of the last answers: a single slow one says nothing about the server. */
export function atOnce(lasted: readonly number[], most: number): number {
  if (lasted.length < 2) return 1;
  const middle = lasted.toSorted((one, other) => one - other)[Math.floor((lasted.length - 1) / 2)]!;
  return Math.min(most, Math.max(1, Math.ceil(middle / QUICK_MS)));
}
