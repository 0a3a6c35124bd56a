import type { Activity, Leg } from './state.ts';
import type { Turn } from './turn.ts';
import type { Message, SpokenWords } from './words/words.ts';

/** How a sound came to its end. */
export type SoundEnd =
  | 'completed'
  | 'cancelled'
  | 'call_hangup'
  | 'file_not_found'
  | 'failed'
  | 'client_error';

/** Messages put into a running conversation. */
export type Added = { messages: readonly Message[]; answersNow: boolean };

/** What one kind of activity does when something happens on its leg. Missing: it does not care. */
export type RulesFor<A> = {
  onDue?(turn: Turn, leg: Leg, activity: A): void;
  onKey?(turn: Turn, leg: Leg, activity: A, key: string): void;
  onWords?(turn: Turn, leg: Leg, activity: A, words: SpokenWords): void;
  /** Whoever the leg is bridged with says something. */
  onPartnerWords?(turn: Turn, leg: Leg, activity: A, words: SpokenWords): void;
  /** A sound that this activity had played is over. */
  onSoundEnded?(turn: Turn, leg: Leg, activity: A, how: SoundEnd): void;
  /** gather_stop came. */
  onGatherStop?(turn: Turn, leg: Leg, activity: A): void;
  /** ai_assistant_stop came. */
  onAssistantStop?(turn: Turn, leg: Leg, activity: A): void;
  /** ai_assistant_add_messages came; `answersNow`: the assistant shall speak to it at once. */
  onMessages?(turn: Turn, leg: Leg, activity: A, added: Added): void;
  /** The leg was bridged with another: the application's audio gives way to the people's. */
  onBridged?(turn: Turn, leg: Leg, activity: A): void;
  /** The leg is about to end; called before call.hangup. What shall come later goes into a late_webhook. */
  onLegEnds?(turn: Turn, leg: Leg, activity: A): void;
};

/** The rules of a kind, open to any activity: those of another kind are left alone. */
export type Rules = Required<RulesFor<Activity>> & { readonly kind: string };

export type Kind<A extends Activity> = {
  readonly rules: Rules;
  isOne(activity: Activity): activity is A;
  allOn(leg: Leg): A[];
};

/** Defines a kind of activity from its name and its rules. */
export function defineActivity<A extends Activity>(kind: A['kind'], rules: RulesFor<A>): Kind<A> {
  const isOne = (activity: Activity): activity is A => activity.kind === kind;
  return {
    isOne,
    allOn: (leg) => leg.activities.filter(isOne),
    rules: {
      kind,
      onDue: (turn, leg, one) => void (isOne(one) && rules.onDue?.(turn, leg, one)),
      onKey: (turn, leg, one, key) => void (isOne(one) && rules.onKey?.(turn, leg, one, key)),
      onWords: (turn, leg, one, words) => void (isOne(one) && rules.onWords?.(turn, leg, one, words)),
      onPartnerWords: (turn, leg, one, words) =>
        void (isOne(one) && rules.onPartnerWords?.(turn, leg, one, words)),
      onSoundEnded: (turn, leg, one, how) => void (isOne(one) && rules.onSoundEnded?.(turn, leg, one, how)),
      onGatherStop: (turn, leg, one) => void (isOne(one) && rules.onGatherStop?.(turn, leg, one)),
      onAssistantStop: (turn, leg, one) => void (isOne(one) && rules.onAssistantStop?.(turn, leg, one)),
      onMessages: (turn, leg, one, added) => void (isOne(one) && rules.onMessages?.(turn, leg, one, added)),
      onBridged: (turn, leg, one) => void (isOne(one) && rules.onBridged?.(turn, leg, one)),
      onLegEnds: (turn, leg, one) => void (isOne(one) && rules.onLegEnds?.(turn, leg, one)),
    },
  };
}

/** Tells everything that goes on on a leg, in the order of its begin; what ended on the way is not told. */
export function tellAll(leg: Leg, tell: (activity: Activity) => void): void {
  for (const id of leg.activities.map((activity) => activity.id)) {
    const activity = leg.activities.find((one) => one.id === id);
    if (activity !== undefined) tell(activity);
  }
}
