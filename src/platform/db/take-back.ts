import type { Database, Tx } from './database.ts';

export interface Refusal {
  refused: string;
}

/** Runs an act that may refuse; a refusal takes back everything the act has written (E2: all or nothing). */
export async function transactUnlessRefused<T extends object, R extends Refusal>(
  db: Database,
  act: (tx: Tx) => Promise<T | R>,
): Promise<T | R> {
  try {
    return await db.transact(async (tx) => {
      const result = await act(tx);
      if ('refused' in result) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal as R;
    throw error;
  }
}

class TakenBack extends Error {
  readonly refusal: object;

  constructor(refusal: object) {
    super('the act refused');
    this.refusal = refusal;
  }
}
