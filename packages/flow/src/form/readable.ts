/** Turns a value such as `trim-silence` or `read_only` into words; leaves names, tags and codes as they are written. */
export function readable(value: string): string {
  if (value === '') return 'None';
  if (!/^[a-z][a-z]+([_-][a-z]+)*$/.test(value)) return value;
  const words = value.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
