import type { QueryKey } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement } from 'react';
import { useChoiceLabel } from '#crm/fields/screens/use-picklist.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Board, type BoardColumn } from '#ui/board.tsx';
import { Conflict } from '#ui/conflict.tsx';
import { BoardDealCard } from './board-card.tsx';
import type { DealBoard, DealCard } from './deal-queries.ts';
import { LostReasonDialog } from './lost-reason-dialog.tsx';
import { StageNote, usePercent } from './stage-note.tsx';
import { useMoveDeal, type Move, type MoveConflict } from './use-move-deal.ts';
import { useDealWords } from './words.ts';

export interface DealsBoardProps {
  board: DealBoard;
  /** Where the board stands among the queries: a move shows there at once. */
  queryKey: QueryKey;
  cardLink: (card: DealCard) => ReactElement;
  onOpen: (dealId: string) => void;
  /** A stage's last cards come near, and it has more. */
  onMore: (stage: string, shown: number) => void;
}

interface Lost {
  card: DealCard;
  to: string;
}

/** Deals by stage (P5), carried by mouse, finger or keys; lost asks why, every move can be taken back. */
export function DealsBoard({ board, queryKey, cardLink, onOpen, onMore }: DealsBoardProps) {
  const t = useDealWords();
  const { columns, nameOf, drop } = useColumns(board);
  const { move, conflict, settle } = useMoveDeal(queryKey, nameOf);
  const [losing, setLosing] = useState<Lost | null>(null);
  const [folded, setFolded] = useState<string[] | null>(null);
  const isFixed = useFixed();
  const lost = board.stages.find(({ outcome }) => outcome === 'lost')?.key;
  const onMove = (cardId: string, to: string) => {
    const card = board.stages.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
    if (!card || card.stage === to) return;
    if (to === lost) setLosing({ card, to });
    else move({ card, to });
  };
  const onEnd = (key: string) => {
    const stage = board.stages.find((one) => one.key === key);
    if (stage && stage.cards.length < stage.count) onMore(key, stage.cards.length);
  };
  return (
    <>
      <Board
        label={t('title')}
        columns={columns}
        card={(card) => <BoardDealCard card={card} />}
        cardName={({ title }) => title}
        cardLink={cardLink}
        onMove={onMove}
        onOpen={onOpen}
        isFixed={isFixed}
        dropWords={drop}
        collapsed={folded ?? (lost ? [lost] : [])}
        onCollapsed={setFolded}
        onEnd={onEnd}
      />
      {losing && <Losing losing={losing} onClose={() => setLosing(null)} onMove={move} />}
      {conflict && <Faster conflict={conflict} nameOf={nameOf} onSettle={settle} />}
    </>
  );
}

interface LosingProps {
  losing: Lost;
  onClose: () => void;
  onMove: (move: Move) => void;
}

function Losing({ losing, onClose, onMove }: LosingProps) {
  return (
    <LostReasonDialog
      title={losing.card.title}
      onClose={onClose}
      onLost={(lostReason) => {
        onClose();
        onMove({ ...losing, lostReason });
      }}
    />
  );
}

interface FasterProps {
  conflict: MoveConflict;
  nameOf: (stage: string) => string;
  onSettle: (isMine: boolean) => void;
}

/** Somebody moved it elsewhere meanwhile: theirs stays, or the move is done over it. */
function Faster({ conflict: { move, theirs }, nameOf, onSettle }: FasterProps) {
  const t = useDealWords();
  const stage = {
    key: 'stage',
    name: t('field.stage'),
    yours: nameOf(move.to),
    theirs: nameOf(theirs.stage),
  };
  return (
    <Conflict
      open
      onClose={() => onSettle(false)}
      fields={[stage]}
      onResolve={(chosen) => onSettle(chosen['stage'] === 'yours')}
    />
  );
}

function useColumns(board: DealBoard) {
  const t = useDealWords();
  const label = useChoiceLabel('dealStage');
  const percent = usePercent();
  return useMemo(() => {
    const columns: BoardColumn<DealCard>[] = board.stages.map((stage) => ({
      id: stage.key,
      title: label(stage),
      count: stage.count,
      aside: stage.outcome === null ? percent(stage.probability) : undefined,
      note: <StageNote stage={stage} />,
      cards: stage.cards,
    }));
    const nameOf = (key: string) => columns.find(({ id }) => id === key)?.title ?? key;
    const shareOf = (key: string) =>
      percent(board.stages.find((stage) => stage.key === key)?.probability ?? null);
    const drop = (_: DealCard, from: { id: string; title: string }, to: { id: string }) =>
      t('drop', { from: from.title, before: shareOf(from.id), after: shareOf(to.id) });
    return { columns, nameOf, drop };
  }, [board, label, percent, t]);
}

/** Another's deal may be looked at, not moved (P9). */
function useFixed(): (card: DealCard) => boolean {
  const { member, isAdmin } = useMe();
  return ({ ownerId }) => !isAdmin && ownerId !== null && ownerId !== member.id;
}
