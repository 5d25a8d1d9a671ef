/** Slices' screens ask for it too, and they come before the app. */
export { useMe } from '#people/screens/use-me.ts';
