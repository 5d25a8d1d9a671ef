import { useCallback, useMemo, useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { State } from '../badge.tsx';
import { Board, type BoardColumn } from '../board.tsx';
import { Meter } from '../meter.tsx';
import { moneyWords } from '../money-text.ts';
import { PEOPLE } from './cast.ts';
import { LONG_NAME, Story } from './story.tsx';

interface Deal {
  id: string;
  name: string;
  company: string;
  /** Cents. */
  amount: number;
  host: (typeof PEOPLE)[number];
}

const STAGES = [
  { id: 'discovery', title: 'Discovery', share: 20 },
  { id: 'survey', title: 'Survey', share: 35 },
  { id: 'offer', title: 'Offer', share: 50 },
  { id: 'talks', title: 'Negotiation', share: 70 },
  { id: 'won', title: 'Won in December', share: 100 },
];

const NAMES: [name: string, company: string, stage: string][] = [
  ['Maintenance contract', 'Boulangerie Garonne', 'discovery'],
  ['Tunnel kiln audit', 'Céramique du Forez', 'discovery'],
  ['Proofing rooms', 'Malmö Kvarn & Bröd', 'discovery'],
  ['Holding furnace, line 2', 'Fonderie Lémeray', 'survey'],
  ['Bakery move', 'Piekarnia Wisła', 'survey'],
  ['Heat recovery, furnace 3', 'Huta Baltica', 'offer'],
  [LONG_NAME, 'Boulangerie Garonne', 'offer'],
  ['Rack ovens, Roskilde', 'Holm & Dahl', 'talks'],
];

const DEALS: (Deal & { stage: string })[] = NAMES.map(([name, company, stage], index) => ({
  id: `d${index}`,
  name,
  company,
  stage,
  amount: 620_000 + index * 4_130_000,
  host: PEOPLE[index % PEOPLE.length]!,
}));

/** So many that only those in sight are drawn. */
const MANY: typeof DEALS = Array.from({ length: 1000 }, (_, index) => ({
  ...DEALS[index % 6]!,
  id: `m${index}`,
  name: `Spare burner ${index + 1}`,
  stage: index % 2 === 0 ? 'discovery' : 'survey',
}));

export function BoardStory() {
  return (
    <Story id="boards" title="Boards">
      <DealBoard label="Deals" deals={DEALS} />
      <DealBoard label="Many deals" deals={MANY} />
      <DealBoard label="Deals to look at" deals={DEALS.slice(0, 2)} readOnly />
    </Story>
  );
}

function DealBoard(props: { label: string; deals: typeof DEALS; readOnly?: boolean }) {
  const [deals, setDeals] = useState(props.deals);
  const [told, setTold] = useState('');
  const columns = useMemo(() => columnsOf(deals), [deals]);
  const move = useCallback((cardId: string, stage: string) => {
    setDeals((all) => {
      const moved = all.find(({ id }) => id === cardId);
      return moved ? [{ ...moved, stage }, ...all.filter((deal) => deal !== moved)] : all;
    });
  }, []);
  return (
    <div className="flex h-110 flex-col overflow-hidden rounded-r border border-line">
      <Board
        label={props.label}
        columns={columns}
        card={dealCard}
        cardName={nameOf}
        onMove={props.readOnly ? undefined : move}
        onOpen={(id) => setTold(`open ${id}`)}
        isFixed={isFixed}
        dropWords={dropWords}
      />
      <p data-told className="shrink-0 px-4 py-1 text-12 text-faint">
        {told}
      </p>
    </div>
  );
}

const nameOf = (deal: Deal) => deal.name;
const isFixed = (deal: Deal) => deal.id === 'd2';
const shareOf = (id: string) => STAGES.find((stage) => stage.id === id)?.share ?? 0;
const dropWords = (_: Deal, from: BoardColumn<Deal>, to: BoardColumn<Deal>) =>
  `From ${from.title}, ${shareOf(from.id)} to ${shareOf(to.id)} %`;

function columnsOf(deals: typeof DEALS): BoardColumn<Deal>[] {
  return STAGES.map(({ id, title, share }) => {
    const cards = deals.filter(({ stage }) => stage === id);
    const sum = cards.reduce((total, { amount }) => total + amount, 0);
    return {
      id,
      title,
      aside: `${share} %`,
      note: <Sum amount={sum} share={share} />,
      empty: id === 'won' ? 'Drop here to win a deal.' : undefined,
      cards,
    };
  });
}

function Sum({ amount, share }: { amount: number; share: number }) {
  return (
    <>
      <p className="mb-2 flex items-baseline justify-between gap-2">
        <span className="tabular truncate text-16 font-semibold">{moneyWords(amount, 'EUR', 'en')}</span>
        <span className="tabular text-12 text-faint">
          {moneyWords(Math.round((amount * share) / 100), 'EUR', 'en')}
        </span>
      </p>
      <Meter label="Chance" value={share} max={100} text={`${share} %`} />
    </>
  );
}

function dealCard(deal: Deal) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span title={deal.name} className="truncate pe-5 font-medium touch:pe-9">
        {deal.name}
      </span>
      <span className="truncate text-muted">{deal.company}</span>
      <span className="tabular mt-1 font-semibold">{moneyWords(deal.amount, 'EUR', 'en')}</span>
      <span className="flex items-center justify-between gap-2">
        {deal.id === 'd2' ? (
          <State shape="waiting">No next step</State>
        ) : (
          <span className="text-muted">Today 11:00</span>
        )}
        <Avatar id={deal.host.id} name={deal.host.name} />
      </span>
    </span>
  );
}
