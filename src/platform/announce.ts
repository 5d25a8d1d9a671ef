import type { Tx } from './db/database.ts';

/**
 * What an earlier slice tells later ones. A slice adds its facts by declaration merging beside the act that
 * announces them; main.ts registers who listens.
 */
export interface Facts {}

type Listener<Name extends keyof Facts> = (tx: Tx, fact: Facts[Name]) => Promise<void>;

export interface Announcer {
  on<Name extends keyof Facts>(name: Name, listener: Listener<Name>): void;
  /** Runs every listener inside the announcing transaction: all of it stands, or none. */
  announce<Name extends keyof Facts>(tx: Tx, name: Name, fact: Facts[Name]): Promise<void>;
}

export function announcer(): Announcer {
  const listeners = new Map<PropertyKey, Listener<never>[]>();
  return {
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    announce: async (tx, name, fact) => {
      for (const listener of listeners.get(name) ?? []) await listener(tx, fact as never);
    },
  };
}
