import ipaddr from 'ipaddr.js';

/** Azure answers machines about themselves, keys included, on an address that looks like any other of the internet. */
const metadataAddresses: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * The one spelling of an address of the public internet; null for every other address: private, of this machine or link,
 * shared, multicast, reserved, or one that carries an IPv4 address inside (mapped, 6to4, NAT64, Teredo).
 */
export function toPublicAddress(text: string): string | null {
  const address = parseAddress(text);
  if (address === null || address.range() !== 'unicast') return null;
  const spelled = address.toString();
  if (metadataAddresses.has(spelled)) return null;
  return address.kind() === 'ipv4' || isGlobal(address) ? spelled : null;
}

/** The one spelling of any address; null for what is none. */
export function toAddress(text: string): string | null {
  return parseAddress(text)?.toString() ?? null;
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // IPv4 in four decimal parts only: in any other spelling two readers could see two addresses.
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.parse(text) : null;
}

/** Of IPv6 only 2000::/3 has been given out; whatever lies outside is unassigned or of an old, local kind. */
function isGlobal(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.match(ipaddr.parseCIDR('2000::/3'));
}
