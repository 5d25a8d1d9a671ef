/**
 * One mailbox and nothing else: local@domain.tld, at most 254 characters. Quoted local parts, groups, lists,
 * comments, white space and control characters are refused, because mail libraries read more into them than
 * a person sees.
 */
export function checkAddress(address: string): boolean {
  if (address.length > 254 || address.length < 6) return false;
  const at = address.lastIndexOf('@');
  return at > 0 && LOCAL.test(address.slice(0, at)) && domainStands(address.slice(at + 1)) && at <= 64;
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

function domainStands(domain: string): boolean {
  const labels = domain.split('.');
  if (labels.length < 2 || domain.length > 253 || !domain.isWellFormed()) return false;
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
}
