export function LinksPage() {
  return <h1 className="p-6 text-16 font-semibold">LinksPage</h1>;
}
