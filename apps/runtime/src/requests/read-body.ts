import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { type Json, readAnswerBody } from '@gatherline/flow';
import { RequestFailure } from './failure.ts';

type Headers = ReadonlyMap<string, readonly string[]>;

/** The most an answer may hold, on the wire and unpacked, in bytes. */
export const responseLimitBytes = 256 * 1024;

export const acceptedEncodings = 'gzip, br';

const decoders: Readonly<Record<string, (packed: Buffer) => Promise<Buffer>>> = {
  gzip: unpacker(gunzip),
  'x-gzip': unpacker(gunzip),
  br: unpacker(brotliDecompress),
  deflate: unpacker(inflate),
};

/** Reads a body to its end and unpacks it. Rejects with RequestFailure past the limit, or what it can't unpack. */
export async function readBody(body: AsyncIterable<Buffer>, headers: Headers): Promise<Buffer> {
  if (Number(single(headers, 'content-length') ?? 0) > responseLimitBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > responseLimitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return unpack(Buffer.concat(chunks), encodingsOf(headers));
}

/** A body as a value: JSON where it is JSON, else text. */
export function parseBody(body: Buffer, headers: Headers): Json {
  const type = single(headers, 'content-type') ?? '';
  return readAnswerBody(toText(body, type.split(';').slice(1)), type);
}

async function unpack(packed: Buffer, encodings: readonly string[]): Promise<Buffer> {
  // Nobody packs a thing three times who means well.
  if (encodings.length > 2) throw unreadable();
  let body = packed;
  for (const encoding of encodings.toReversed()) {
    const decode = decoders[encoding];
    if (decode === undefined) throw unreadable();
    if (body.length > 0) body = await decode(body);
  }
  return body;
}

function unpacker(
  decode: (
    packed: Buffer,
    options: { maxOutputLength: number },
    done: (error: Error | null, body: Buffer) => void,
  ) => void,
): (packed: Buffer) => Promise<Buffer> {
  const decodeWithin = promisify(decode);
  return (packed) =>
    decodeWithin(packed, { maxOutputLength: responseLimitBytes }).catch((error: unknown) => {
      const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw isTooLarge ? tooLarge() : unreadable(error);
    });
}

function encodingsOf(headers: Headers): readonly string[] {
  return (headers.get('content-encoding') ?? [])
    .flatMap((value) => value.toLowerCase().split(','))
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
}

function single(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.[0];
}

function toText(body: Buffer, parameters: readonly string[]): string {
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"\s]+)"?\s*$/i.exec(parameter)?.[1])
    .find(Boolean);
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function tooLarge(): RequestFailure {
  return new RequestFailure('too_large', `The answer has more than ${responseLimitBytes / 1024} KiB.`);
}

function unreadable(cause?: unknown): RequestFailure {
  return new RequestFailure('transport', 'The answer is packed in a way that can not be read.', { cause });
}
