import { classNames } from './class-names.ts';

export interface AvatarProps {
  /** Whose tint: the same id is the same tint everywhere. */
  id: string;
  name: string;
  size?: 'xs' | 's' | 'm' | 'l';
  /** A company is square; nobody (yet) is grey with a question mark. */
  of?: 'person' | 'company' | 'nobody';
  /** Stands alone, so its name is read aloud; beside a written name it is decoration. */
  alone?: boolean;
}

const SIZES = {
  xs: 'size-4 text-[0.5rem]',
  s: 'size-5 text-[0.5625rem]',
  m: 'size-7 text-11',
  l: 'size-10 text-14',
};

const TINTS = [
  'bg-(--av1) text-(--av1i)',
  'bg-(--av2) text-(--av2i)',
  'bg-(--av3) text-(--av3i)',
  'bg-(--av4) text-(--av4i)',
  'bg-(--av5) text-(--av5i)',
  'bg-(--av6) text-(--av6i)',
];

export function Avatar({ id, name, size = 's', of = 'person', alone = false }: AvatarProps) {
  const tint = of === 'nobody' ? 'bg-(--av0) text-(--av0i)' : TINTS[tintOf(id)];
  const shape = of === 'company' ? 'rounded-xs' : 'rounded-full';
  return (
    <span
      title={alone ? name : undefined}
      className={classNames(
        'inline-grid shrink-0 place-items-center leading-none font-semibold tracking-normal outline-1 outline-transparent select-none',
        SIZES[size],
        shape,
        tint,
      )}
    >
      <span aria-hidden>{of === 'nobody' ? '?' : initialsOf(name)}</span>
      {alone && <span className="sr-only">{name}</span>}
    </span>
  );
}

/** Avatar and name on one line. */
export function Person({
  id,
  name,
  of,
  muted = false,
}: Pick<AvatarProps, 'id' | 'name' | 'of'> & { muted?: boolean }) {
  return (
    <span className={classNames('inline-flex max-w-full min-w-0 items-center gap-2', muted && 'text-faint')}>
      <Avatar id={id} name={name} of={of} />
      <bdi className="truncate" title={name}>
        {name}
      </bdi>
    </span>
  );
}

/** Several, overlapping; read aloud as names. */
export function AvatarStack({
  people,
  most = 4,
}: {
  people: readonly { id: string; name: string }[];
  most?: number;
}) {
  const shown = people.slice(0, most);
  const rest = people.length - shown.length;
  const names = people.map((person) => person.name).join(', ');
  return (
    <span title={names} className="inline-flex shrink-0">
      <span className="sr-only">{names}</span>
      {shown.map((person) => (
        <span key={person.id} className="-ms-1 rounded-full border-2 border-bg first:ms-0">
          <Avatar id={person.id} name={person.name} />
        </span>
      ))}
      {rest > 0 && (
        <span aria-hidden className="tabular ms-1 self-center text-11 text-faint">
          +{rest}
        </span>
      )}
    </span>
  );
}

/** 'Anna Nowak' → 'AN', 'j.ekberg@…' → 'JE'; letters of any script, no half characters. */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (
    [first, last]
      .map((word) => /^./u.exec(word ?? '')?.[0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

/** 0–5, one less than the number of the tint (--av1 … --av6). */
export function tintOf(id: string): number {
  let mix = 2166136261;
  for (const letter of id) mix = Math.imul(mix ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((mix ^ (mix >>> 15)) >>> 0) % TINTS.length;
}
