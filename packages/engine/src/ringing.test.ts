import type { JsonObject } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from './event.ts';
import { at, carrierEvent, flowOf, newCall, play as playCall, rung, T0 } from './testing/moments.ts';
import { transition } from './transition.ts';

const [FIRST, SECOND] = ['v3:first', 'v3:second'];
const flow = flowOf({
  incoming: { type: 'start', exits: { incoming: 'team' } },
  team: {
    type: 'dial',
    params: { to: ['+13125550111', '+13125550112'], strategy: 'all_at_once' },
    exits: { no_answer: 'later', failed: 'broken' },
  },
  later: { type: 'gather', exits: { collected: 'bye' } },
  broken: { type: 'gather', exits: { collected: 'bye' } },
  bye: { type: 'hangup' },
});

const play = (events: readonly EngineEvent[]) =>
  playCall(flow, events, { ...newCall(flow), connectionId: '7' });

/** The carrier has taken the dial of the number in this place. */
function dialled(place: number, id: string): EngineEvent {
  const command = { id: `c${place}`, node: 'team', visit: 2, action: 'dial', tag: `dial ${place}`, keep: [] };
  return { kind: 'accepted', command, response: { call_control_id: id } };
}

const ringing = [...rung, dialled(0, FIRST), dialled(1, SECOND)];
const leg = (type: string, id: string, seconds: number, more: JsonObject = {}) =>
  carrierEvent(type, seconds, at(2, { call_control_id: id, ...more }));

describe('phones that ring for a caller', () => {
  test('are hung up, each of them, when the caller hangs up', () => {
    const hangup = carrierEvent('call.hangup', 6, {
      hangup_cause: 'normal_clearing',
      hangup_source: 'caller',
    });
    const before = play(ringing).commands.length;
    const { commands, call } = play([...ringing, hangup]);
    expect(commands.slice(before)).toMatchObject([
      { action: 'hangup', leg: FIRST },
      { action: 'hangup', leg: SECOND },
    ]);
    expect(call).toMatchObject({ state: 'ended', node: null });
  });

  const hungUp = carrierEvent('call.hangup', 6, {
    hangup_cause: 'normal_clearing',
    hangup_source: 'caller',
  });
  const hangUps = (events: readonly EngineEvent[]) =>
    play(events).commands.flatMap(({ action, leg: id }) => (action === 'hangup' ? [id] : []));

  test('are hung up once, when the carrier tells of them only after the caller has hung up', () => {
    const initiated = leg('call.initiated', FIRST, 5, { to: '+13125550111' });
    const late = leg('call.answered', FIRST, 7, { to: '+13125550111' });
    expect(hangUps([...rung, hungUp, dialled(0, FIRST), initiated, late])).toEqual([FIRST]);
    expect(hangUps([...rung, hungUp, initiated, dialled(0, FIRST), late])).toEqual([FIRST]);
  });

  test('are hung up once where two answer in the same moment', () => {
    const both = [leg('call.answered', FIRST, 6), leg('call.answered', SECOND, 6)];
    expect(hangUps([...ringing, ...both])).toEqual([SECOND]);
  });

  test('are hung up when the step fails in the middle of it', () => {
    const { call, commands } = play([...ringing, { kind: 'failed', why: 'The service failed.' }]);
    expect(commands.slice(-3)).toMatchObject([{ leg: FIRST }, { leg: SECOND }, { action: 'speak' }]);
    expect(call.legs).toMatchObject({ [FIRST]: { state: 'let_go' }, [SECOND]: { state: 'let_go' } });
  });

  test('and are connected end with the caller by the carrier’s own doing', () => {
    const talking = [leg('call.answered', FIRST, 6), leg('call.bridged', FIRST, 6)];
    expect(hangUps([...ringing, ...talking, hungUp])).toEqual([SECOND]);
  });

  test('and were let go for somebody else have not failed when that one is lost', () => {
    const answered = leg('call.answered', FIRST, 6);
    const letGo = leg('call.hangup', SECOND, 7, { hangup_cause: 'originator_cancel' });
    const bridge = { id: 'c9', node: 'team', visit: 2, action: 'bridge', tag: 'bridge', keep: [] };
    const refusal = { status: 422, code: '90034', title: 'No', detail: '' };
    const { call, trace } = play([
      ...ringing,
      answered,
      letGo,
      { kind: 'refused', command: bridge, ...refusal },
    ]);
    expect(call.node).toBe('later');
    expect(trace).toContainEqual(
      expect.objectContaining({ exit: 'no_answer', why: '+13125550111: failed, +13125550112: no_answer' }),
    );
  });
});

describe('a group that passes machines over', () => {
  const passing = flowOf({
    incoming: { type: 'start', exits: { incoming: 'team' } },
    team: {
      type: 'dial',
      params: { to: ['+13125550111'], skip_machines: true },
      exits: { no_answer: 'bye' },
    },
    bye: { type: 'hangup' },
  });
  const rings = (events: readonly EngineEvent[]) =>
    playCall(passing, events, { ...newCall(passing), connectionId: '7' });
  const answered = [...rung, dialled(0, FIRST), leg('call.answered', FIRST, 6)];

  test('connects whoever has answered when the verdict never comes', () => {
    const { waiting } = rings(answered).call;
    const bound = (waiting?.deadlineMs ?? 0) - (T0 + 3_000);
    expect(bound).toBeLessThanOrEqual(6_000);
    const call = { ...rings(answered).call };
    const late = transition(passing, call, { kind: 'deadline', visit: 2 }, waiting?.deadlineMs ?? 0);
    expect(late.commands).toMatchObject([{ action: 'bridge', body: { call_control_id: FIRST } }]);
  });

  test('takes a fax for no person', () => {
    const fax = leg('call.machine.detection.ended', FIRST, 7, { result: 'fax_detected' });
    expect(rings([...answered, fax]).call).toMatchObject({ legs: { [FIRST]: { state: 'let_go' } } });
  });
});
