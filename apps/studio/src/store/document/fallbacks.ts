import { createFallbacks, type Fallback, type Flow } from '@gatherline/flow';
import { type ViewExit, nodeView, nameOf } from '../view/node-view.ts';

/** Where an exit without a wire leads, in a few words for the card and in a sentence that goes on after a colon. */
export interface FallbackWords {
  readonly short: string;
  readonly sentence: string;
  /** The step that takes over, if one does. */
  readonly target: string | null;
}

/** What happens at the exits of a flow that have no wire, for a person; the same words as long as the flow is the same. */
export function fallbackInWords(flow: Flow, node: string, exit: ViewExit): FallbackWords {
  const memory = known.get(flow) ?? {
    fallback: createFallbacks(flow),
    words: new Map<string, FallbackWords>(),
  };
  known.set(flow, memory);
  const key = `${node}/${exit.id}`;
  const words = memory.words.get(key) ?? wordsOf(flow, node, memory.fallback(node, exit));
  memory.words.set(key, words);
  return words;
}

interface Memory {
  readonly fallback: ReturnType<typeof createFallbacks>;
  readonly words: Map<string, FallbackWords>;
}

const known = new WeakMap<Flow, Memory>();

function wordsOf(flow: Flow, node: string, fallback: Fallback): FallbackWords {
  switch (fallback.kind) {
    case 'else': {
      const record = flow.nodes[node];
      const exit = record && nodeView(record).exits.find(({ id }) => id === fallback.exit);
      const label = exit?.label ?? fallback.exit;
      const sentence = `goes the way of “${label}”, to “${nameOf(flow, fallback.node)}”.`;
      return { short: `as ${label}`, sentence, target: fallback.node };
    }
    case 'handler': {
      const name = nameOf(flow, fallback.node);
      const sentence = `goes to “${name}”, as set under Otherwise.`;
      return { short: `→ ${name}`, sentence, target: fallback.node };
    }
    case 'listener': {
      const name = nameOf(flow, fallback.node);
      return { short: `→ ${name}`, sentence: `the event “${name}” takes over.`, target: fallback.node };
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
      return { short: 'nothing more', sentence: fallback.why === 'over' ? over : sidePath, target: null };
    }
  }
}
