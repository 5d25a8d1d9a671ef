import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { DealBoard, DealCard, DealView } from './deal-queries.ts';
import { moveCard } from './move-card.ts';
import { useDealWords } from './words.ts';

export interface Move {
  card: Pick<DealCard, 'id' | 'title' | 'stage' | 'version' | 'lostReason'>;
  to: string;
  lostReason?: string | null;
}

/** Somebody was faster: the deal stands at another stage already. */
export interface MoveConflict {
  move: Move;
  theirs: DealView;
}

/** Moves a deal at once and says so with a way back; what the server refuses is put back and said. */
export function useMoveDeal(queryKey: QueryKey, nameOf: (stage: string) => string) {
  const t = useDealWords();
  const queries = useQueryClient();
  const toast = useToast();
  const [conflict, setConflict] = useState<MoveConflict | null>(null);
  const refresh = (id: string) => {
    void queries.invalidateQueries({ queryKey: ['deals'] });
    void queries.invalidateQueries({ queryKey: ['timeline', `/api/deals/${id}`] });
  };

  async function move(asked: Move, undoable = true): Promise<void> {
    const { card, to } = asked;
    await queries.cancelQueries({ queryKey });
    queries.setQueryData<DealBoard>(queryKey, (board) => board && moveCard(board, card.id, to));
    try {
      const { version } = await send(asked);
      const back = { card: { ...card, stage: to, version }, to: card.stage, lostReason: card.lostReason };
      const text = t('moved', { title: card.title, stage: nameOf(to) });
      if (undoable) toast.undo({ text, onUndo: () => void move(back, false) });
    } catch (error) {
      const theirs = presentOf(error);
      if (theirs && theirs.stage !== to) setConflict({ move: asked, theirs });
      else if (!theirs) toast.failed(whyOf(error), () => void move(asked, undoable));
    }
    refresh(card.id);
  }

  /** Theirs stays, or the move is done over it. */
  const settle = (isMine: boolean) => {
    setConflict(null);
    if (!isMine || !conflict) return;
    const { move: asked, theirs } = conflict;
    void move({ ...asked, card: { ...asked.card, ...cardOf(theirs) } });
  };
  return { move: (asked: Move) => void move(asked), conflict, settle };
}

/** A change of something else than the stage is no reason to ask. */
async function send(move: Move): Promise<DealView> {
  try {
    return await patch(move, move.card.version);
  } catch (error) {
    const theirs = presentOf(error);
    if (theirs?.stage !== move.card.stage) throw error;
    return patch(move, theirs.version);
  }
}

function patch({ card, to, lostReason }: Move, version: number): Promise<DealView> {
  const body = { stage: to, ...(lostReason && { lostReason }) };
  return request<DealView>('PATCH', `/api/deals/${card.id}`, { body, version });
}

function cardOf({ stage, version, lostReason }: DealView) {
  return { stage, version, lostReason };
}

function presentOf(error: unknown): DealView | undefined {
  if (!(error instanceof RequestProblem) || error.status !== 412) return undefined;
  return error.facts.present as DealView | undefined;
}

function whyOf(error: unknown): string {
  const problem = error instanceof RequestProblem ? error : new RequestProblem(0);
  return problem.errors[0]?.message ?? problem.message;
}
