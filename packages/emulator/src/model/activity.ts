import type { Activity, Leg } from './state.ts';
import type { Rules, RulesFor } from './turn.ts';

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
