import { MapPin, MessageCircleQuestionMark, Phone, Video, type LucideIcon } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import type { TodaysBooking } from './home-queries.ts';
import { useHomeWords } from './words.ts';

type Location = NonNullable<TodaysBooking['location']>;

const ICONS: Record<Location['kind'], LucideIcon> = {
  video: Video,
  phone: Phone,
  address: MapPin,
  ask: MessageCircleQuestionMark,
};

/** Where a meeting is: a sign and one or two words. */
export function Place({ location, className }: { location: Location | null; className?: string }) {
  const t = useHomeWords();
  if (!location) return <span className={className} />;
  const Icon = ICONS[location.kind];
  const words = location.kind === 'address' && location.value ? location.value : t(`place.${location.kind}`);
  return (
    <span className={classNames('flex min-w-0 items-center gap-2 text-muted', className)}>
      <Icon size={16} aria-hidden className="shrink-0 text-faint" strokeWidth={1.75} />
      <bdi className="truncate" title={words}>
        {words}
      </bdi>
    </span>
  );
}
