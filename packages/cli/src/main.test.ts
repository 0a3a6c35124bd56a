import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, gatherline, packages, startGatherline } from './testing/gatherline.ts';

const clinic = join(packages, 'conversations/flows/clinic_front_desk.flow.json');
const clinicText = readFileSync(clinic, 'utf8');
const dangling = join(packages, 'linter/src/rules/dangling-exit.bad.json');
const story = join(packages, 'conversations/conversations/clinic/hears-the-address.json');

const conversations = join(packages, 'conversations/conversations');
const templates = readdirSync(join(packages, 'conversations/flows'))
  .map((file) => file.replace('.flow.json', ''))
  .filter((id) => id !== 'clinic_front_desk');

const changed = JSON.parse(clinicText);
changed.nodes.welcome.params.payload = 'Hello.';
changed.nodes.main_menu.exits['1'] = 'reception';
changed.layout.welcome = [0, 20];

const wrongCall = { name: 'Expects too much', flow: 'clinic_front_desk', steps: [{ hears: 'Good morning' }] };

const refusedCall = {
  name: 'Is refused and knows no name',
  flow: {
    format: 'gatherline/flow@1',
    id: 'refused',
    name: 'Refused',
    nodes: {
      incoming: { type: 'start', exits: { incoming: 'hello' } },
      hello: { type: 'speak', params: { payload: 'Hello {{ vars.name }}.' } },
    },
  },
  faults: [{ refuses: 'speak', status: 422, code: '90012', title: 'Invalid value for voice' }],
  steps: [{ hears: 'Hello' }],
};

const folder = folderWith({
  'clinic.flow.json': clinicText,
  'changed.flow.json': JSON.stringify(changed),
  'broken.flow.json': '{ "format": "gatherline/flow@1" }',
  'wrong-call.json': JSON.stringify(wrongCall),
  'refused-call.json': JSON.stringify(refusedCall),
});
const inFolder = (name: string) => join(folder.path, name);

afterAll(() => folder.remove());

describe('gatherline', () => {
  it('exits 2 and shows where help is when it is used wrongly', async () => {
    const { code, stderr } = await gatherline(['dance']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command 'dance'");
  });

  it('exits 0 after showing its help', async () => {
    const { code, stdout } = await gatherline(['--help']);
    expect(code).toBe(0);
    for (const command of ['lint', 'test', 'fmt', 'diff', 'play', 'import', 'emulate'])
      expect(stdout).toContain(command);
  });
});

describe('gatherline lint', () => {
  it('exits 0 for a flow without problems', async () => {
    expect(await gatherline(['lint', clinic])).toEqual({
      code: 0,
      stdout: '1 flow: 0 errors, 0 warnings, 0 notes.\n',
      stderr: '',
    });
  });

  it('exits 1 and names rule, node and field of a problem', async () => {
    const { code, stdout } = await gatherline(['lint', dangling, '--json']);
    expect(code).toBe(1);
    const [file] = JSON.parse(stdout).files;
    expect(file.problems).toMatchObject([
      { rule: 'dangling-exit', node: 'address', path: ['exits', 'done'] },
    ]);
  });

  it('exits 2 for a file that does not exist', async () => {
    expect(await gatherline(['lint', 'nowhere.flow.json'])).toMatchObject({
      code: 2,
      stderr: 'nowhere.flow.json does not exist.\n',
    });
  });
});

describe('gatherline fmt', () => {
  it('tells with --check which files are not canonical, and writes them without', async () => {
    const own = folderWith({ 'changed.flow.json': JSON.stringify(changed) });
    const file = join(own.path, 'changed.flow.json');
    expect((await gatherline(['fmt', '--check', own.path])).code).toBe(1);
    expect((await gatherline(['fmt', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"payload": "Hello."\n');
    expect((await gatherline(['fmt', '--check', file])).code).toBe(0);
    own.remove();
  });
});

describe('gatherline diff', () => {
  it('tells what differs by names, and nothing of the layout', async () => {
    const { code, stdout } = await gatherline(['diff', clinic, inFolder('changed.flow.json')]);
    expect(code).toBe(1);
    expect(stdout).toContain('exits 1: “Book an appointment” (book) → “Reception” (reception)');
    expect(stdout).not.toContain('layout');
  });

  it('tells with --layout which steps have moved', async () => {
    const { stdout } = await gatherline([
      'diff',
      clinic,
      inFolder('changed.flow.json'),
      '--layout',
      '--json',
    ]);
    expect(JSON.parse(stdout).layout).toEqual([{ path: ['welcome'], before: [720, 240], after: [0, 20] }]);
  });

  it('follows a step to its new id, and tells in words with --json', async () => {
    const renamed = folderWith({
      'renamed.flow.json': clinicText
        .replaceAll('"book"', '"booking"')
        .replaceAll('nodes.book.', 'nodes.booking.'),
    });
    const file = join(renamed.path, 'renamed.flow.json');
    const { stdout } = await gatherline(['diff', clinic, file]);
    expect(stdout).toBe('~ “Book an appointment” (booking) was called book\n');
    const { words } = JSON.parse((await gatherline(['diff', clinic, file, '--json'])).stdout);
    expect(words).toEqual(['Book an appointment has the id booking now (before: book)']);
    renamed.remove();
  });

  it('exits 0 when two files mean the same', async () => {
    expect(await gatherline(['diff', clinic, inFolder('clinic.flow.json')])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('gatherline import', () => {
  it('writes the flow under its id, canonical, and does not replace another one', async () => {
    const own = folderWith({});
    expect((await gatherline(['import', clinic, '--to', own.path])).code).toBe(0);
    expect(readFileSync(join(own.path, 'clinic_front_desk.flow.json'), 'utf8')).toBe(clinicText);
    const again = await gatherline(['import', inFolder('changed.flow.json'), '--to', own.path]);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('say --force') });
    own.remove();
  });

  it('exits 1 and says why a file is not a flow', async () => {
    const { code, stdout } = await gatherline(['import', inFolder('broken.flow.json'), '--to', folder.path]);
    expect(code).toBe(1);
    expect(stdout).toContain("can't be imported");
  });
});

describe('gatherline test', () => {
  it('plays every conversation below a folder: all that come with Gatherline', async () => {
    const { code, stdout } = await gatherline(['test', conversations]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ played, 0 failed\.\n$/);
  });

  it('exits 1 and tells what was heard instead', async () => {
    const { code, stdout } = await gatherline(['test', inFolder('wrong-call.json'), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).conversations[0].message).toContain('clinic-jingle.mp3 instead');
  });

  it('says why a call failed: the empty template, the refusal with its code, the exit by error', async () => {
    const { code, stdout } = await gatherline(['test', inFolder('refused-call.json')]);
    expect(code).toBe(1);
    const whys = stdout.split('\n').filter((line) => line.includes('  Why  '));
    expect(whys).toEqual([
      expect.stringContaining('At hello: Nothing came of {{ vars.name }} in payload.'),
      expect.stringContaining(
        'The carrier refuses speak of hello: Invalid value for voice (90012, HTTP 422).',
      ),
      expect.stringContaining('The call leaves hello by error: The carrier refused it'),
    ]);
  });

  it('gives programs each reason with the line of the trace that it comes from', async () => {
    const { stdout } = await gatherline(['test', inFolder('refused-call.json'), '--json']);
    expect(JSON.parse(stdout).conversations[0].reasons).toMatchObject([
      { atMs: 0, trace: { kind: 'note', node: 'hello', value: { empty: [{ param: 'payload' }] } } },
      { atMs: 0, trace: { kind: 'refused', action: 'speak', code: '90012', status: 422 } },
      { atMs: 0, trace: { kind: 'left', node: 'hello', exit: 'error', via: 'apology' } },
    ]);
  });
});

describe('gatherline play', () => {
  it('tells a conversation as a dialogue', async () => {
    const { code, stdout } = await gatherline(['play', story]);
    expect(code).toBe(0);
    expect(stdout).toContain('00:15  Caller  presses 3\n00:15  Line    We are at 12 Elm Street.');
  });

  it('says in the dialogue why the call goes as it does, and gives programs the same', async () => {
    const file = inFolder('refused-call.json');
    const { stdout } = await gatherline(['play', file]);
    expect(stdout).toMatch(/Why {5}The carrier refuses speak.*\n.*Why {5}.*\n.*Line {4}We are sorry/);
    const played = JSON.parse((await gatherline(['play', file, '--json'])).stdout);
    expect(played.reasons).toHaveLength(3);
    expect(played.story.filter(({ who }: { who: string }) => who === 'reason')).toHaveLength(3);
  });

  it.each(templates)('plays a call of the ready-made %s', async (template) => {
    const [call = ''] = readdirSync(join(conversations, template)).toSorted();
    const { code, stdout } = await gatherline(['play', join(conversations, template, call)]);
    expect(stdout).toContain('The call is over');
    expect(code).toBe(0);
  });

  it('lets the person at the terminal call the flow of a conversation, with the servers that it brings', async () => {
    const comfort = join(conversations, 'http_request/comfort.json');
    const { code, stdout } = await gatherline(['play', '--interactive', comfort], { input: '\n\n\nq\n' });
    expect(code).toBe(0);
    expect(stdout).toContain('The flow asks a server: GET https://crm.example/customers');
    expect(stdout).toContain('Hello Ana.');
  });

  it('tells the person at the terminal why, and does not repeat what they did', async () => {
    const { stdout } = await gatherline(['play', '--interactive', inFolder('refused-call.json')], {
      input: 'q\n',
    });
    expect(stdout).toContain('Why     The carrier refuses speak of hello');
    expect(stdout).not.toContain('Caller');
  });

  it('lets the person at the terminal call a flow', async () => {
    const { code, stdout } = await gatherline(['play', '--interactive', clinic], {
      input: '1\nAna Lopez\n\nq\n',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('May I have your name?');
    expect(stdout.match(/What is the reason for your visit\?/g)).toHaveLength(2);
    expect(stdout).toContain('The call is over');
  });
});

describe('gatherline emulate', () => {
  it('starts a carrier, says how to reach it, and stops when it is told to', async () => {
    const running = await startGatherline(['emulate', '--port', '0', '--json']);
    const { url, public_key: publicKey } = JSON.parse(running.first);
    const answer = await fetch(`${url}/emulator/public-key`);
    expect(await answer.json()).toEqual({ public_key: publicKey });
    expect(await running.stop()).toBe(0);
  });
});

describe('gatherline reference', () => {
  it('finds the reference of the node types current', async () => {
    expect(await gatherline(['reference', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
