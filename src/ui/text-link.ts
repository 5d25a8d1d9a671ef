/** A link inside text: `<Link className={TEXT_LINK} to="…">`. */
export const TEXT_LINK =
  'text-accent-text underline decoration-accent-mid underline-offset-3 hover:decoration-accent-text';
