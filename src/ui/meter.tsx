import { Meter as Base } from '@base-ui/react/meter';

export interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** How the value is said: "3 of 5". */
  text?: string;
}

/** How far something has come. */
export function Meter({ label, value, max, text }: MeterProps) {
  return (
    <Base.Root
      aria-label={label}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      getAriaValueText={text ? () => text : undefined}
    >
      <Base.Track className="h-1.5 overflow-hidden rounded-xs bg-press outline outline-transparent">
        <Base.Indicator className="rounded-xs bg-accent forced-colors:bg-[CanvasText]" />
      </Base.Track>
    </Base.Root>
  );
}
