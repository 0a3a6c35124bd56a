import { CarrierConfigurationError, createSignatureCheck } from '@gatherline/carrier';
import { z } from 'zod';
import { type AllowedHost, parseAllowedHosts } from './requests/allowed-hosts.ts';
import { parseSecretKey } from './resources/secret-key.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

const portalKey = z.string().superRefine((text, context) => {
  try {
    createSignatureCheck(text);
  } catch (error) {
    if (!(error instanceof CarrierConfigurationError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

const allowedHosts = z.string().transform((text, context) => {
  const hosts = parseAllowedHosts(text);
  if (hosts !== null) return hosts;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const secretKey = z.string().transform((text, context) => {
  const key = parseSecretKey(text);
  if (key !== null) return key;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const speed = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 100);

/** Each setting: how it is read, and the sentence for the operator when it can't be. */
const settings = {
  HOST: [
    z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    'is a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.',
  ],
  PORT: [port, 'is a number from 0 to 65535, such as 3000.'],
  PUBLIC_URL: [
    url,
    'is the address people and the carrier reach this service by, such as https://phone.example.com.',
  ],
  ALLOWED_HOSTS: [
    allowedHosts,
    'names by what other names this service is reached, such as phone.example.com, phone.internal.',
  ],
  TELNYX_API_KEY: [
    z.string().regex(/^[\x21-\x7e]+$/),
    'is the API key of the portal, one word without spaces or quotes.',
  ],
  TELNYX_PUBLIC_KEY: [portalKey, null],
  TELNYX_API_BASE: [url, 'is the address of the carrier, such as https://api.telnyx.com/v2.'],
  DATABASE_URL: [
    z.never(),
    'names a PostgreSQL server, which this version does not store in: remove it, and set DATA_DIR to a folder.',
  ],
  DATA_DIR: [z.string(), 'is a folder for the database.'],
  FLOWS_DIR: [z.string(), 'is a folder with *.flow.json files and gatherline.json.'],
  HTTP_ALLOWED_HOSTS: [
    allowedHosts,
    'names the hosts inside the network that flows may send requests to, such as crm.internal, 10.0.0.5:8080.',
  ],
  SECRET_KEY: [secretKey, 'is 32 random bytes in base64, as openssl rand -base64 32 makes them.'],
  PHONE_SPEED: [
    speed,
    'is for tests: how many times as fast as real time the phone in the studio runs, from 1 to 100, such as 8.',
  ],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'is one of fatal, error, warn, info, debug, trace, silent.',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string | null]>;

const environmentSchema = z
  .object({
    HOST: settings.HOST[0].default('127.0.0.1'),
    PORT: settings.PORT[0].default(3000),
    PUBLIC_URL: settings.PUBLIC_URL[0].optional(),
    ALLOWED_HOSTS: settings.ALLOWED_HOSTS[0].optional(),
    TELNYX_API_KEY: settings.TELNYX_API_KEY[0].optional(),
    TELNYX_PUBLIC_KEY: settings.TELNYX_PUBLIC_KEY[0].optional(),
    TELNYX_API_BASE: settings.TELNYX_API_BASE[0].default('https://api.telnyx.com/v2'),
    DATABASE_URL: settings.DATABASE_URL[0].optional(),
    DATA_DIR: settings.DATA_DIR[0].default('./data'),
    FLOWS_DIR: settings.FLOWS_DIR[0].optional(),
    HTTP_ALLOWED_HOSTS: settings.HTTP_ALLOWED_HOSTS[0].optional(),
    SECRET_KEY: settings.SECRET_KEY[0].optional(),
    PHONE_SPEED: settings.PHONE_SPEED[0].default(1),
    LOG_LEVEL: settings.LOG_LEVEL[0].default('info'),
  })
  .strict();

type Settings = z.infer<typeof environmentSchema>;

/** What the operator set. `telnyx` is null in demo mode. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** The address people reach the service by, without a slash at its end; null: that of this machine. */
  readonly publicUrl: string | null;
  /** Other names the service is reached by. */
  readonly ownHosts: readonly AllowedHost[];
  readonly telnyx: { readonly apiKey: string; readonly publicKey: string; readonly apiBase: string } | null;
  readonly dataDir: string;
  readonly flowsDir: string | null;
  /** Hosts inside the network that flows may send requests to. */
  readonly allowedHosts: readonly AllowedHost[];
  /** Seals the secrets in the store; null: the key in the data folder does. */
  readonly secretKey: Uint8Array | null;
  /** How many times as fast as real time the phone in the studio runs. */
  readonly phoneSpeed: number;
  readonly logLevel: Settings['LOG_LEVEL'];
}

export type EnvironmentReading =
  | { readonly ok: true; readonly environment: Environment }
  | { readonly ok: false; readonly lines: readonly string[] };

/** Reads the environment; every value that is unknown or malformed gives one line. An empty value counts as not set. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): EnvironmentReading {
  const ours = Object.fromEntries(
    Object.entries(variables).filter(
      ([name, value]) => value !== undefined && value !== '' && isOwnVariable(name),
    ),
  );
  const result = environmentSchema.safeParse(ours);
  if (!result.success) return { ok: false, lines: result.error.issues.flatMap(toLines) };
  const lines = pairComplaints(result.data);
  return lines.length > 0 ? { ok: false, lines } : { ok: true, environment: toEnvironment(result.data) };
}

/** Other programs' variables are none of our business; one that begins with the carrier's name is meant for us. */
export function isOwnVariable(name: string): boolean {
  return isSetting(name) || name.startsWith('TELNYX_');
}

function toLines(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (name) => `${name}: this setting is unknown. Known are ${Object.keys(settings).join(', ')}.`,
    );
  }
  const name = String(issue.path[0]);
  return [`${name}: ${isSetting(name) ? (settings[name][1] ?? issue.message) : issue.message}`];
}

function isSetting(name: string): name is keyof typeof settings {
  return Object.hasOwn(settings, name);
}

function pairComplaints({ TELNYX_API_KEY, TELNYX_PUBLIC_KEY }: Settings): readonly string[] {
  if (TELNYX_API_KEY !== undefined && TELNYX_PUBLIC_KEY === undefined) {
    return [
      'TELNYX_PUBLIC_KEY: is missing. It stands in the portal under Keys & Credentials, Public Key, and proves who calls.',
    ];
  }
  if (TELNYX_API_KEY === undefined && TELNYX_PUBLIC_KEY !== undefined) {
    return ['TELNYX_API_KEY: is missing. Set it too, or remove TELNYX_PUBLIC_KEY to start in demo mode.'];
  }
  return [];
}

function toEnvironment(read: Settings): Environment {
  const { TELNYX_API_KEY: apiKey, TELNYX_PUBLIC_KEY: publicKey, TELNYX_API_BASE: apiBase } = read;
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? null,
    ownHosts: read.ALLOWED_HOSTS ?? [],
    telnyx: apiKey === undefined || publicKey === undefined ? null : { apiKey, publicKey, apiBase },
    dataDir: read.DATA_DIR,
    flowsDir: read.FLOWS_DIR ?? null,
    allowedHosts: read.HTTP_ALLOWED_HOSTS ?? [],
    secretKey: read.SECRET_KEY ?? null,
    phoneSpeed: read.PHONE_SPEED,
    logLevel: read.LOG_LEVEL,
  };
}
