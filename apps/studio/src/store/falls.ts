import { createFalls, type Fall, type Flow } from '@gatherline/flow';
import { type FaceExit, faceOf, nameOf } from './node-face.ts';

/** Where an exit without a wire leads, in a few words for the card and in a sentence that goes on after a colon. */
export interface FallWords {
  readonly short: string;
  readonly sentence: string;
  /** The step that takes over, if one does. */
  readonly target: string | null;
}

/** What happens at the exits of a flow that have no wire, for a person; the same words as long as the flow is the same. */
export function fallInWords(flow: Flow, node: string, exit: FaceExit): FallWords {
  const memory = known.get(flow) ?? { fall: createFalls(flow), words: new Map<string, FallWords>() };
  known.set(flow, memory);
  const key = `${node}/${exit.id}`;
  const words = memory.words.get(key) ?? wordsOf(flow, node, memory.fall(node, exit));
  memory.words.set(key, words);
  return words;
}

interface Memory {
  readonly fall: ReturnType<typeof createFalls>;
  readonly words: Map<string, FallWords>;
}

const known = new WeakMap<Flow, Memory>();

function wordsOf(flow: Flow, node: string, fall: Fall): FallWords {
  switch (fall.kind) {
    case 'else': {
      const record = flow.nodes[node];
      const exit = record && faceOf(record).exits.find(({ id }) => id === fall.exit);
      const label = exit?.label ?? fall.exit;
      const sentence = `goes the way of “${label}”, to “${nameOf(flow, fall.node)}”.`;
      return { short: `as ${label}`, sentence, target: fall.node };
    }
    case 'handler': {
      const name = nameOf(flow, fall.node);
      const sentence = `goes to “${name}”, as the flow's settings say.`;
      return { short: `→ ${name}`, sentence, target: fall.node };
    }
    case 'listener': {
      const name = nameOf(flow, fall.node);
      return { short: `→ ${name}`, sentence: `the event “${name}” takes over.`, target: fall.node };
    }
    case 'quiet':
      return { short: 'hangs up', sentence: 'the call ends here.', target: null };
    case 'apology': {
      const sentence = 'the caller hears an apology and the call ends.';
      return { short: '→ apology, hangs up', sentence, target: null };
    }
    case 'nothing':
    default: {
      const over = 'the call is over, and nothing more is done.';
      const sidePath = 'nothing more is done here; the call goes on where it is.';
      return { short: 'nothing more', sentence: fall.why === 'over' ? over : sidePath, target: null };
    }
  }
}
