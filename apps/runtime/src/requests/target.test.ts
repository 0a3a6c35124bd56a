import { describe, expect, it } from 'vitest';
import { parseAllowedHosts } from './allowed-hosts.ts';
import { findTarget, parseUrl, type Surroundings } from './target.ts';

const openWeb: Surroundings = {
  allowedHosts: [],
  resolve: async () => ['93.184.215.14'],
  ownAddresses: () => [],
};

function find(url: string, around: Partial<Surroundings> = {}) {
  return (async () => findTarget(parseUrl(url), { ...openWeb, ...around }))();
}

/** Every way to write an address that is not of the public web, as the host of a URL. */
const insideHosts = [
  ['this machine', '127.0.0.1'],
  ['anything of this machine', '127.255.255.254'],
  ['this machine, one number', '2130706433'],
  ['this machine, octal', '0177.0.0.1'],
  ['this machine, octal in one', '017700000001'],
  ['this machine, hexadecimal', '0x7f.0x0.0x0.0x1'],
  ['this machine, hexadecimal in one', '0x7f000001'],
  ['this machine, short', '127.1'],
  ['this machine, shorter', '127.0.1'],
  ['this machine, mixed', '0x7f.1'],
  ['this machine, with a dot at the end', '127.0.0.1.'],
  ['this machine, in wide digits', '１２７.０.０.１'],
  ['this machine, in circled digits', '①②⑦.⓪.⓪.①'],
  ['this machine, with other dots', '127。0。0。1'],
  ['this machine, percent-encoded', '%31%32%37.0.0.1'],
  ['no address at all', '0.0.0.0'],
  ['no address at all, short', '0'],
  ['this network', '0.1.2.3'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['the end of a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a private network, one number', '3232235777'],
  ['the metadata of a cloud', '169.254.169.254'],
  ['the metadata of a cloud, one number', '2852039166'],
  ['the metadata of a cloud, hexadecimal', '0xa9fea9fe'],
  ['the metadata of a cloud, octal', '0251.0376.0251.0376'],
  ['the metadata of a cloud, short', '169.254.43518'],
  ['the metadata of containers', '169.254.170.2'],
  ['the metadata of Alibaba', '100.100.100.200'],
  ['the metadata of Oracle', '192.0.0.192'],
  ['the metadata of Azure', '168.63.129.16'],
  ['the metadata of Amazon', '[fd00:ec2::254]'],
  ['the carrier’s own network', '100.64.0.1'],
  ['everybody on the link', '255.255.255.255'],
  ['a group', '224.0.0.1'],
  ['a group', '239.255.255.250'],
  ['the future', '240.0.0.1'],
  ['an example', '192.0.2.1'],
  ['an example', '198.51.100.7'],
  ['an example', '203.0.113.9'],
  ['a benchmark', '198.18.0.1'],
  ['a relay of 6to4', '192.88.99.1'],
  ['this machine', '[::1]'],
  ['this machine, in full', '[0:0:0:0:0:0:0:1]'],
  ['no address at all', '[::]'],
  ['this machine, mapped', '[::ffff:127.0.0.1]'],
  ['this machine, mapped in hexadecimal', '[::ffff:7f00:1]'],
  ['an address of the web, mapped', '[::ffff:8.8.8.8]'],
  ['this machine, compatible', '[::127.0.0.1]'],
  ['this machine, translated', '[::ffff:0:127.0.0.1]'],
  ['a private network behind NAT64', '[64:ff9b::10.0.0.1]'],
  ['a private network behind a NAT64 of one’s own', '[64:ff9b:1::a00:1]'],
  ['a private network behind 6to4', '[2002:a00:1::1]'],
  ['a private network behind Teredo', '[2001:0:4136:e378:8000:63bf:f5ff:fffe]'],
  ['this link', '[fe80::1]'],
  ['this site', '[fec0::1]'],
  ['a network of one’s own', '[fc00::1]'],
  ['a network of one’s own', '[fd12:3456:789a::1]'],
  ['a group', '[ff02::1]'],
  ['an example', '[2001:db8::1]'],
  ['an example', '[3fff::1]'],
  ['nowhere', '[100::1]'],
  ['an address nobody has', '[4000::1]'],
] as const;

describe('the host of a request', () => {
  it.each(insideHosts)('may not be %s: %s', async (_what, host) => {
    await expect(find(`http://${host}/`)).rejects.toMatchObject({ reason: 'blocked' });
    await expect(find(`https://${host}:8443/x`)).rejects.toMatchObject({ reason: 'blocked' });
  });

  it.each(insideHosts)('may not be a name that leads to %s: %s', async (_what, host) => {
    const address = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
    const leads = find('https://harmless.example/', { resolve: async () => [address] });
    await expect(leads).rejects.toMatchObject({ reason: 'blocked' });
  });

  it.each([
    ['half an address', '127.1'],
    ['a number', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['a link with its zone', 'fe80::1%eth0'],
    ['nothing', ''],
    ['another name', 'localhost'],
  ])('may not be a name for which the answer is %s: %s', async (_what, address) => {
    await expect(find('https://harmless.example/', { resolve: async () => [address] })).rejects.toMatchObject(
      {
        reason: 'blocked',
      },
    );
  });

  it.each([
    ['93.184.215.14', '93.184.215.14'],
    ['1.1.1.1', '1.1.1.1'],
    ['172.32.0.1', '172.32.0.1'],
    ['[2606:4700:4700::1111]', '2606:4700:4700::1111'],
  ])('may be %s', async (host, address) => {
    expect((await find(`https://${host}/`)).addresses).toEqual([address]);
  });

  it('is dialled at the addresses of the web only, when its name has others too', async () => {
    const resolve = async () => ['10.0.0.1', '93.184.215.14', '::1', '2606:4700:4700::1111'];
    const { addresses } = await find('https://both.example/', { resolve });
    expect(addresses).toEqual(['93.184.215.14', '2606:4700:4700::1111']);
  });

  it('may not be this machine under its public address', async () => {
    const ownAddresses = () => ['127.0.0.1', '2606:4700:4700:0::1111'];
    await expect(find('https://[2606:4700:4700::1111]/', { ownAddresses })).rejects.toMatchObject({
      reason: 'blocked',
    });
  });

  it.each(['no such name', 'no address'])('that has %s is not found', async (what) => {
    const resolve = async () => (what === 'no address' ? [] : Promise.reject(new Error('ENOTFOUND')));
    await expect(find('https://nowhere.example/', { resolve })).rejects.toMatchObject({
      reason: 'dns',
      isNeverSent: true,
    });
  });
});

describe('the address of a request', () => {
  it.each([
    ['no web', 'ftp://files.example/'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['content', 'data:text/plain,x'],
    ['gopher', 'gopher://127.0.0.1:6379/_FLUSHALL'],
    ['a socket', 'unix:/var/run/docker.sock'],
    ['relative', '/admin'],
    ['empty', ''],
    ['no number of a port', 'http://a.example:99999/'],
    ['no IPv4 address', 'http://256.1.1.1/'],
    ['a zone', 'http://[fe80::1%25eth0]/'],
    ['a name and a password', 'https://user:pass@a.example/'],
    ['a host that poses as a name', 'https://api.example@169.254.169.254/'],
    ['a name without a password', 'https://user@a.example/'],
    ['endless', `https://a.example/${'a'.repeat(9000)}`],
  ])('may not be %s', async (_what, url) => {
    await expect(find(url)).rejects.toMatchObject({ reason: 'bad_url' });
  });

  it.each([
    ['http:127.0.0.1'],
    ['http:\\\\127.0.0.1\\x'],
    [' http://127.0.0.1'],
    ['ht\ttp://127.0.\n0.1/'],
    ['HTTP://127.0.0.1'],
  ])('is read as browsers read it: %j', async (url) => {
    await expect(find(url)).rejects.toMatchObject({ reason: 'blocked' });
  });

  it.each([22, 25, 6, 995])('may not name port %i', async (port) => {
    await expect(find(`http://a.example:${port}/`)).rejects.toMatchObject({ reason: 'blocked' });
  });
});

describe('the hosts that are opened', () => {
  const opened = (allowed: string) => ({ allowedHosts: parseAllowedHosts(allowed) ?? [] });

  it.each([
    ['crm.internal', 'http://crm.internal/', ['10.0.0.7']],
    ['crm.internal', 'https://CRM.internal.:8443/', ['10.0.0.7']],
    ['crm.internal:25', 'http://crm.internal:25/', ['10.0.0.7']],
    ['crm.internal:443', 'https://crm.internal/', ['10.0.0.7']],
    ['crm.internal:80', 'http://crm.internal/', ['10.0.0.7']],
    ['a.example, 127.0.0.1:3000', 'http://0x7f.1:3000/', ['127.0.0.1']],
    ['[::1]:3000', 'http://[0::1]:3000/', ['::1']],
    ['bücher.internal', 'http://xn--bcher-kva.internal/', ['10.0.0.7']],
  ])('%s opens %s', async (allowed, url, addresses) => {
    const target = await find(url, { ...opened(allowed), resolve: async () => ['10.0.0.7'] });
    expect(target.addresses).toEqual(addresses);
  });

  it.each([
    ['crm.internal', 'http://xcrm.internal/'],
    ['crm.internal', 'http://crm.internal.evil.example/'],
    ['crm.internal', 'http://10.0.0.7/'],
    ['crm.internal:8080', 'http://crm.internal/'],
    ['crm.internal:8080', 'http://crm.internal:8081/'],
    ['127.0.0.1:3000', 'http://127.0.0.2:3000/'],
  ])('%s does not open %s', async (allowed, url) => {
    const leads = find(url, { ...opened(allowed), resolve: async () => ['10.0.0.7'] });
    await expect(leads).rejects.toMatchObject({ reason: 'blocked' });
  });

  it.each([
    '*.internal',
    'http://crm.internal',
    'crm.internal/path',
    'user@crm',
    '10.0.0.0/8',
    'crm:0',
    'crm:65536',
    '::1',
    'a b',
    '256.1.1.1',
  ])('can not be written as %s', (allowed) => {
    expect(parseAllowedHosts(allowed)).toBeNull();
  });
});
