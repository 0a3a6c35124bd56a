import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const publicKey = Buffer.from(nacl.sign.keyPair().publicKey).toString('base64');

describe('the environment', () => {
  it('is demo mode on 127.0.0.1:3000 when nothing is set', () => {
    expect(readEnvironment({})).toEqual({
      ok: true,
      environment: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: null,
        ownHosts: [],
        telnyx: null,
        dataDir: './data',
        flowsDir: null,
        allowedHosts: [],
        secretKey: null,
        phoneSpeed: 1,
        logLevel: 'info',
      },
    });
  });

  it('takes every setting, and a base address without its last slash', () => {
    const reading = readEnvironment({
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://phone.example.com/',
      ALLOWED_HOSTS: 'Phone.Internal, 10.0.0.5:8080',
      TELNYX_API_KEY: 'KEY123',
      TELNYX_PUBLIC_KEY: publicKey,
      TELNYX_API_BASE: 'http://127.0.0.1:4010/v2/',
      DATA_DIR: '/var/lib/gatherline',
      FLOWS_DIR: './flows',
      HTTP_ALLOWED_HOSTS: 'crm.internal, 10.0.0.5:8080',
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      PHONE_SPEED: '2.5',
      LOG_LEVEL: 'debug',
    });
    expect(reading).toEqual({
      ok: true,
      environment: {
        host: '0.0.0.0',
        port: 8080,
        publicUrl: 'https://phone.example.com',
        ownHosts: [
          { host: 'phone.internal', port: null },
          { host: '10.0.0.5', port: 8080 },
        ],
        telnyx: { apiKey: 'KEY123', publicKey, apiBase: 'http://127.0.0.1:4010/v2' },
        dataDir: '/var/lib/gatherline',
        flowsDir: './flows',
        allowedHosts: [
          { host: 'crm.internal', port: null },
          { host: '10.0.0.5', port: 8080 },
        ],
        secretKey: Buffer.alloc(32, 7),
        phoneSpeed: 2.5,
        logLevel: 'debug',
      },
    });
  });

  it('leaves the variables of other programs alone and takes an empty value as not set', () => {
    expect(readEnvironment({ PATH: '/bin', HOME: '/root', TELNYX_API_KEY: '', DATABASE_URL: '' }).ok).toBe(
      true,
    );
  });

  it('says one line for each malformed value', () => {
    const reading = readEnvironment({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      TELNYX_API_BASE: 'api.telnyx.com',
      HOST: 'a b',
    });
    expect(reading).toEqual({
      ok: false,
      lines: [
        'HOST: is a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.',
        'PORT: is a number from 0 to 65535, such as 3000.',
        'TELNYX_API_BASE: is the address of the carrier, such as https://api.telnyx.com/v2.',
        'LOG_LEVEL: is one of fatal, error, warn, info, debug, trace, silent.',
      ],
    });
  });

  it.each([['http://crm.internal'], ['*.internal'], ['10.0.0.0/8'], ['crm.internal:http']])(
    'refuses HTTP_ALLOWED_HOSTS=%j',
    (HTTP_ALLOWED_HOSTS) => {
      expect(readEnvironment({ HTTP_ALLOWED_HOSTS })).toMatchObject({
        ok: false,
        lines: [expect.stringMatching(/^HTTP_ALLOWED_HOSTS: names the hosts .* crm\.internal/)],
      });
    },
  );

  it.each([
    [{ PUBLIC_URL: 'phone.example.com' }, /^PUBLIC_URL: .* https:\/\/phone\.example\.com/],
    [{ PUBLIC_URL: 'ftp://phone.example.com' }, /^PUBLIC_URL: /],
    [{ ALLOWED_HOSTS: 'https://phone.example.com' }, /^ALLOWED_HOSTS: .* phone\.example\.com/],
    [{ ALLOWED_HOSTS: '*' }, /^ALLOWED_HOSTS: /],
  ])('refuses %j', (variables, line) => {
    expect(readEnvironment(variables)).toMatchObject({ ok: false, lines: [expect.stringMatching(line)] });
  });

  it.each([['0'], ['0.5'], ['101'], ['-8'], ['fast']])('refuses PHONE_SPEED=%j', (PHONE_SPEED) => {
    expect(readEnvironment({ PHONE_SPEED })).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^PHONE_SPEED: is for tests: .* from 1 to 100/)],
    });
  });

  it.each([['65536'], ['-1'], ['3000.5'], [' 3000']])('refuses PORT=%j', (PORT) => {
    expect(readEnvironment({ PORT }).ok).toBe(false);
  });

  it('names a misspelt carrier setting and the ones there are', () => {
    const reading = readEnvironment({ TELNYX_BASE_URL: 'http://x' });
    expect(reading).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^TELNYX_BASE_URL: .*TELNYX_API_BASE/)],
    });
  });

  it('never repeats the value of a secret', () => {
    const reading = readEnvironment({
      TELNYX_API_KEY: 'KEY 0123 secret',
      TELNYX_PUBLIC_KEY: 'not-a-key-either',
      SECRET_KEY: 'hush-hush',
    });
    expect(reading).toMatchObject({
      ok: false,
      lines: [
        expect.stringMatching(/^TELNYX_API_KEY: /),
        expect.stringMatching(/^TELNYX_PUBLIC_KEY: /),
        expect.stringMatching(/^SECRET_KEY: is 32 random bytes/),
      ],
    });
    expect(JSON.stringify(reading)).not.toMatch(/0123|not-a-key|hush/);
  });

  it('says which of the two keys is missing', () => {
    expect(readEnvironment({ TELNYX_API_KEY: 'KEY' })).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^TELNYX_PUBLIC_KEY: is missing/)],
    });
    expect(readEnvironment({ TELNYX_PUBLIC_KEY: publicKey })).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^TELNYX_API_KEY: is missing/)],
    });
  });

  it('says that PostgreSQL is not stored in', () => {
    expect(readEnvironment({ DATABASE_URL: 'postgres://localhost/x' })).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^DATABASE_URL: .*DATA_DIR/)],
    });
  });
});
