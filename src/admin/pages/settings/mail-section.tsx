export function MailSection() {
  return null;
}
