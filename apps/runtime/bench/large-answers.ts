import { createRedactor } from '../src/requests/redact.ts';
import { parseBody, responseLimitBytes } from '../src/requests/read-body.ts';

/** How often each answer is read; the shortest time counts, for the machine has other work. */
const times = 15;

/** What an answer may be made of, the unkindest first. */
const units = [
  '{}',
  '[]',
  '"a"',
  '{"id":7,"name":"Ana"}',
  '9007199254740993',
  JSON.stringify('near '.repeat(400)),
];
const secrets = new Map([
  ['key', 'near-enough-to-be-looked-at'],
  ['password', 'with "quotes" & höl%3'],
]);
const headers = new Map([['content-type', ['application/json']]]);
const redactor = createRedactor({ auth: undefined }, secrets, 'seal');

console.log('What an answer of a server costs, read and with the secrets taken out of it');
for (const unit of units) {
  const [whole, quarter] = [responseLimitBytes, responseLimitBytes / 4].map((bytes) => costMs(unit, bytes));
  const ratio = (whole ?? 0) / (quarter ?? 1);
  console.log(
    `  256 KiB of ${unit.slice(0, 24).padEnd(24)} ${(whole ?? 0).toFixed(1).padStart(6)} ms, ${ratio.toFixed(1)} times as long as a quarter of it`,
  );
}

function costMs(unit: string, bytes: number): number {
  const body = Buffer.from(
    `[${Array(Math.floor((bytes - 2) / (unit.length + 1)))
      .fill(unit)
      .join(',')}]`,
  );
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    redactor.json(parseBody(body, headers));
    return performance.now() - began;
  });
  return Math.min(...took);
}
