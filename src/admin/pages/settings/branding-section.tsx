export function BrandingSection() {
  return null;
}
