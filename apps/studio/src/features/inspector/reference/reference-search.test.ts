import { describe, expect, it } from 'vitest';
import { searchReference, sectionsOf, withoutTitle } from './reference-search.ts';

const page = `# Ask and wait for keys (\`gather_using_speak\`)

Reads a question and waits for keys.

Category: ask.

## Parameters

| parameter | what it does |
| --- | --- |
| \`payload\` | The words the caller hears. |
| \`timeout_millis\` | How long to wait for a key. |

## Exits

| exit | label |
| --- | --- |
| \`no_input\` | No input |

## Calls that show it

### A caller who says nothing

- **Line:** Press 1
- **Caller** says nothing

### A key takes the way drawn for it

- **Caller** presses 1`;

describe('a page of the reference', () => {
  it('has a title of its own, and sections', () => {
    const { title, body } = withoutTitle(page);
    expect(title).toBe('Ask and wait for keys (`gather_using_speak`)');
    expect(body.startsWith('Reads a question')).toBe(true);
    expect(sectionsOf(page)).toEqual(['Parameters', 'Exits', 'Calls that show it']);
  });

  it('stays whole while nothing is searched for', () => {
    expect(searchReference(page, '  ')).toBe(page);
  });
});

describe('searching a page', () => {
  const { body } = withoutTitle(page);

  it('keeps the rows that hold every word, under their head', () => {
    expect(searchReference(body, 'wait KEY millis')).toBe(
      [
        '## Parameters',
        '| parameter | what it does |\n| --- | --- |\n| `timeout_millis` | How long to wait for a key. |',
      ].join('\n\n'),
    );
  });

  it('keeps a dialogue whole', () => {
    expect(searchReference(body, 'press 1')).toContain(
      '### A caller who says nothing\n\n- **Line:** Press 1',
    );
    expect(searchReference(body, 'press 1')).not.toContain('## Exits');
  });

  it('keeps a section whose heading is searched for', () => {
    expect(searchReference(body, 'exits')).toBe(
      '## Exits\n\n| exit | label |\n| --- | --- |\n| `no_input` | No input |',
    );
  });

  it('keeps paragraphs before the first heading', () => {
    expect(searchReference(body, 'question')).toBe('Reads a question and waits for keys.');
  });

  it('finds nothing where nothing is', () => {
    expect(searchReference(body, 'fax')).toBe('');
  });
});
