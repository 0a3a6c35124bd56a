/** A readable snake_case id from what people read: "Ask with AI" → `ask_with_ai`. */
export function idFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 58);
  return words === '' ? 'node' : words;
}
