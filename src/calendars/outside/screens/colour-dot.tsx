/** The colour that a calendar has where it comes from; a ring keeps it apart from any ground. */
export function ColourDot({ colour }: { colour: string | null }) {
  return (
    <span
      aria-hidden
      style={colour === null ? undefined : { backgroundColor: colour }}
      className="size-2.5 shrink-0 rounded-full border border-line-strong bg-press forced-color-adjust-none"
    />
  );
}
