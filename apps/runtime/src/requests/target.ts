import { isIP } from 'node:net';
import { type AllowedHost, isAllowed } from './allowed-hosts.ts';
import { RequestFailure } from './failure.ts';
import { toAddress, toPublicAddress } from './public-address.ts';

/** All addresses of a host, in the order to be tried; rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface Surroundings {
  readonly allowedHosts: readonly AllowedHost[];
  readonly resolve: Resolve;
  /** The addresses of this machine itself. */
  readonly ownAddresses: () => readonly string[];
}

/** Where one request goes: the addresses were looked at, and only they may be dialled. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly [string, ...string[]];
}

const longestUrl = 8_192;

/** Reads an address of the web; anything else is refused before a name is looked up. */
export function parseUrl(text: string, base?: URL): URL {
  const url = base === undefined ? URL.parse(text) : URL.parse(text, base.href);
  if (url === null || text.length > longestUrl)
    throw new RequestFailure('bad_url', 'The address can not be read.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RequestFailure('bad_url', 'The address does not begin with https:// or http://.');
  if (url.username !== '' || url.password !== '')
    throw new RequestFailure(
      'bad_url',
      'The address holds a user name or a password: they belong into auth.',
    );
  return url;
}

/** Finds the addresses behind a URL that may be dialled. Rejects with RequestFailure when there is none. */
export async function findTarget(
  url: URL,
  { allowedHosts, resolve, ownAddresses }: Surroundings,
): Promise<Target> {
  const host = bareHost(url);
  const port = portOf(url);
  const isOpened = isAllowed(allowedHosts, host, port);
  if (!isOpened && !isWebPort(port)) throw blocked('This port is not one of the web.');

  const found: readonly string[] = isIP(host) === 0 ? await lookUp(host, resolve) : [host];
  const own = new Set(isOpened ? [] : ownAddresses().map(toAddress));
  const [first, ...rest] = found
    .map((address) => (isOpened ? toAddress(address) : toPublicAddress(address)))
    .filter((address) => address !== null)
    .filter((address) => !own.has(address));
  if (first === undefined) throw blocked('This address leads inside the network.');
  return { url, addresses: [first, ...rest] };
}

async function lookUp(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    const found = await resolve(host);
    if (found.length > 0) return found;
  } catch (cause) {
    throw noSuchHost(cause);
  }
  throw noSuchHost();
}

function noSuchHost(cause?: unknown): RequestFailure {
  return new RequestFailure('dns', 'The name of the host was not found.', { isNeverSent: true, cause });
}

function blocked(why: string): RequestFailure {
  return new RequestFailure('blocked', `${why} To open it, name its host in HTTP_ALLOWED_HOSTS.`);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** Below 1024 other protocols listen, and some of them would take our words for theirs. */
function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1024;
}
