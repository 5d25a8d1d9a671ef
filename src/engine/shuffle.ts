/** The same list in an order that only the seed decides (its lowest 32 bits count); every order equally likely. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const draw = numbersFrom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

// A Weyl sequence through two rounds of multiply and shift: 32 bits of state, the same on every machine.
// It is for fairness and replay, not for secrets.
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}
