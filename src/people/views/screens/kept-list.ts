import type { SavedView } from '#people/screens/view-queries.ts';

/** A list that can be kept by a name (P10). */
export interface KeptList {
  list: SavedView['list'];
  saved: readonly SavedView[];
  /** The view that is shown: the id of a saved one, or the name of one of ours. */
  view: string;
  /** Changed since that view was chosen. */
  isChanged: boolean;
  /** The list as it stands: what a view of it keeps. */
  kept: Record<string, string>;
  /** Another view, or the one the list opens with. */
  show: (view: string | undefined) => void;
}
