import { isJsonObject, type JsonObject } from '@gatherline/flow';
import type { ErrorClass, Refusal } from '../port.ts';

const codesByClass: readonly (readonly [ErrorClass, string])[] = [
  ['callGone', '90018 90019'],
  ['badHandle', '10005 10006 90015'],
  ['wrongState', '90020 90031 90033 90034 90035 90038 90044 90045 90048 90053 90054 90055 90061 90102'],
  ['capacity', '10011 90032 90036 90041 90042 90043 90103'],
  ['transient', '10007 10008 10036 10037'],
  ['auth', '10009 10010 10038 10039'],
  ['media', '90040 90046'],
  [
    'validation',
    '10001 10002 10003 10004 10012 10013 10014 10015 10016 10017 10018 10019 10020 10021 10022 10023 10024 10025 ' +
      '10026 10027 10028 10029 10030 10031 10032 10033 10034 10035 90000 90001 90002 90003 90004 90005 90006 ' +
      '90007 90008 90009 90010 90011 90012 90013 90014 90016 90017 90021 90022 90023 90024 90025 90026 90027 ' +
      '90028 90029 90030 90037 90049 90050 90056 90057 90058 90059 90080 90081 90100 90101',
  ],
];

/** The class of each documented error code. */
export const errorClasses: ReadonlyMap<string, ErrorClass> = new Map(
  codesByClass.flatMap(([errorClass, codes]) =>
    codes.split(' ').map((code): [string, ErrorClass] => [code, errorClass]),
  ),
);

const titles: ReadonlyMap<number, string> = new Map([
  [400, 'Bad request'],
  [401, 'Authentication failed'],
  [403, 'Not permitted'],
  [404, 'Not found'],
  [408, 'Request timeout'],
  [422, 'Unprocessable request'],
  [429, 'Too many requests'],
  [500, 'Internal server error'],
  [502, 'Bad gateway'],
  [503, 'Service unavailable'],
  [504, 'Gateway timeout'],
]);

/**
 * Reads an error answer. The HTTP status decides first, the code second, because codes are reused: 10011 is "too many
 * requests" under 429 and "media encryption not supported" under 422. A missing or foreign envelope (HTML of a proxy)
 * gives code `http_<status>`.
 */
export function toRefusal(status: number, body: unknown): Refusal {
  const error = decidingError(body);
  const code = textOf(error?.code) || `http_${status}`;
  return {
    status,
    code,
    title: textOf(error?.title) || titles.get(status) || `HTTP status ${status}`,
    detail: detailOf(error),
    class: classify(status, code),
  };
}

/** Tells whether a refusal of a command to a leg means that the leg is gone. */
export function meansLegIsGone({ status, code }: Refusal): boolean {
  return status === 404 || (status === 422 && (code === '90018' || code === '90015'));
}

/** The class of an error by HTTP status, then by code. */
export function classify(status: number, code: string): ErrorClass {
  const byCode = errorClasses.get(code);
  if (status >= 500 || status === 408) return 'transient';
  if (status === 429) return 'capacity';
  if (status === 401) return 'auth';
  // Channel limits come as 403 too, and those pass with time.
  if (status === 403) return byCode === 'capacity' ? 'capacity' : 'auth';
  if (status === 404) return byCode === 'callGone' ? 'callGone' : 'badHandle';
  return code === '10011' ? 'validation' : (byCode ?? 'validation');
}

function decidingError(body: unknown): JsonObject | undefined {
  if (!isJsonObject(body) || !Array.isArray(body.errors)) return undefined;
  const errors = body.errors.filter(isJsonObject);
  return errors.find((error) => textOf(error.code) === '90018') ?? errors[0];
}

function detailOf(error: JsonObject | undefined): string {
  const detail = textOf(error?.detail);
  const pointer = isJsonObject(error?.source) ? textOf(error.source.pointer) : '';
  const isNamed = pointer === '' || detail.includes(pointer.slice(pointer.lastIndexOf('/') + 1));
  return isNamed ? detail : `${detail} (${pointer})`.trimStart();
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
