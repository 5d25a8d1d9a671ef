export function ApiKeysSection() {
  return null;
}
