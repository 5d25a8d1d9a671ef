export function PartsPage() {
  return <h1 className="p-6 text-16 font-semibold">PartsPage</h1>;
}
