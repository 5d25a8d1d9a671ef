/** The page of a link in a dialog above the website. Runs in the browser. */
import { show } from './frame.ts';
import type { Embed } from './frame.ts';
import { button, rootOf } from './look.ts';
import { announce, schemeOf } from './options.ts';
import type { Options } from './options.ts';
import { nameOf, wordsIn } from './words.ts';

interface Kept {
  dialog: HTMLDialogElement;
  embed: Embed;
}

let open: HTMLDialogElement | undefined;
let unlock: () => void;
/** Whoever closes a dialog by mistake finds in it what they typed. */
const kept = new Map<string, Kept>();

export function openDialog(page: URL, options: Options, by: Element): void {
  if (open) return;
  const before = kept.get(page.href);
  const isFresh = !before || before.embed.by !== by || before.embed.isBooked;
  if (isFresh) before?.dialog.remove();
  const { dialog } = isFresh ? make(page, options, by) : before;
  unlock = lockPage();
  open = dialog;
  dialog.showModal();
}

export function closeDialog(): void {
  open?.close();
}

function make(page: URL, options: Options, by: Element): Kept {
  const dialog = document.createElement('dialog');
  dialog.ariaLabel = nameOf(options);
  dialog.style.colorScheme = schemeOf(by, options.theme);
  const bar = document.createElement('div');
  const close = button('close', wordsIn(options.language)[1]);
  close.addEventListener('click', closeDialog);
  bar.append(close);
  dialog.append(bar);
  // A press beside the dialog: everything within it belongs to one of its parts.
  dialog.addEventListener('click', ({ target }) => target === dialog && closeDialog());
  dialog.addEventListener('close', () => {
    open = undefined;
    unlock();
    announce(by, 'close');
  });
  rootOf(document.body.appendChild(document.createElement('div'))).append(dialog);
  const made = { dialog, embed: show(dialog, { by, page, mode: 'dialog', options }) };
  kept.set(page.href, made);
  return made;
}

/** The page behind stays where it is, as wide as it was. */
function lockPage(): () => void {
  const { style, clientWidth } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  const gutter = innerWidth > clientWidth ? 'stable' : scrollbarGutter;
  Object.assign(style, { overflow: 'hidden', scrollbarGutter: gutter });
  return () => Object.assign(style, { overflow, scrollbarGutter });
}
