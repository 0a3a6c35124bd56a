const VALUE = /\{\{-?\s*([\w.[\]-]+)[^}]*\}\}/g;

/** Words with values in them as a person reads them: `See you at {{ nodes.book.body.time }}` is “See you at {time}”. */
export function readableWords(text: string): string {
  return text.replaceAll(VALUE, (_whole, path: string) => `{${nameOf(path)}}`);
}

function nameOf(path: string): string {
  const parts = path.split('.');
  const name = parts[0] === 'call' ? parts.join(' ') : (parts.at(-1) ?? path);
  return name.replaceAll('_', ' ');
}
