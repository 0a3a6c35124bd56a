import { toAddress } from './public-address.ts';

/** A host that requests may reach although it may lie inside the network; `port` null: any port of it. */
export interface AllowedHost {
  readonly host: string;
  readonly port: number | null;
}

/** Reads `host` and `host:port`, comma-separated; null when one of them is neither. */
export function parseAllowedHosts(text: string): readonly AllowedHost[] | null {
  const hosts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseAllowedHost);
  return hosts.every((host) => host !== null) ? hosts : null;
}

/** Whether requests to this host (as URL gives it) and port are opened by name. */
export function isAllowed(allowed: readonly AllowedHost[], host: string, port: number): boolean {
  const name = toName(host);
  return allowed.some((entry) => entry.host === name && (entry.port === null || entry.port === port));
}

function parseAllowedHost(text: string): AllowedHost | null {
  const [, host = '', port] = /^(\[[\da-f:.]+\]|[^\s:/?#@\\*%[\]]+)(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const url = URL.parse(`http://${host}`);
  if (host === '' || url === null) return null;
  if (port === undefined) return { host: toName(url.hostname), port: null };
  return Number(port) > 0 && Number(port) <= 65_535
    ? { host: toName(url.hostname), port: Number(port) }
    : null;
}

/** A name with a dot at its end is the same host; an address has one spelling. */
function toName(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return toAddress(bare) ?? bare;
}
