import { expect } from 'vitest';
import type { Heard } from '../../model/heard.ts';
import { createCaller } from '../caller.ts';
import type { Line } from '../phone-line.ts';

const from = '+13125550100';
const to = '+13125550111';

/** Phone calls to the front desk, to be had on any line; each tells how it ended. */
export const conversations: Record<string, (line: Line) => Promise<Heard>> = {
  'chooses a form and fills it by voice': async (line) => {
    const caller = createCaller(await line.dialIn({ from, to }));
    await caller.hears('press 1 for a form');
    await caller.presses('1');
    await caller.hears('Your name?');
    await caller.says('Ann');
    await caller.hears(/age/);
    await caller.says('none of your business');
    await caller.hears('Your age?');
    await caller.says('twenty nine');
    await caller.hears('Thank you, {"name":"Ann","age":29}.');
    return caller.hearsTheEnd();
  },

  'interrupts the menu with a wrong key, then chooses': async (line) => {
    const phone = await line.dialIn({ from, to });
    const caller = createCaller(phone);
    const menu = await caller.beginsToHear('Welcome');
    await caller.waits(400);
    await caller.presses('9');
    expect(phone.heardSince(menu.seq)[0]).toMatchObject({ kind: 'cut', of: menu.seq, afterMs: 400 });
    await caller.hears('no choice');
    await caller.hears('Welcome');
    await caller.presses('1');
    await caller.hears('Your name?');
    await caller.hangsUp();
    return caller.hearsTheEnd();
  },

  'stays silent until the line gives up': async (line) => {
    const caller = createCaller(await line.dialIn({ from, to }));
    await caller.hears('Welcome');
    const before = line.now();
    await caller.staysSilent();
    expect(line.now() - before).toBe(5000);
    await caller.hears('Welcome');
    await caller.staysSilent(4999);
    await caller.waits(1);
    await caller.hears('We heard nothing. Goodbye.');
    return caller.hearsTheEnd();
  },

  'talks to a colleague, who then leaves': async (line) => {
    await line.script({ parties: { '+13125550199': { neverAnswers: true } } });
    const caller = createCaller(await line.dialIn({ from, to }));
    await caller.hears('a colleague');
    await caller.presses('2');
    await caller.hears('ringing');
    const phone = line.phoneAt('+13125550199');
    if (phone === null) throw new Error('The colleague was not rung.');
    const colleague = createCaller(phone);
    await colleague.answers();
    await caller.hears('connected');
    await caller.says('Is my order ready?');
    await colleague.hears('my order');
    await colleague.says('It is.');
    await caller.hears('It is.');
    await colleague.hangsUp();
    await caller.hears('parted');
    await caller.hangsUp();
    return caller.hearsTheEnd();
  },

  'is told in a sentence what was heard instead': async (line) => {
    const caller = createCaller(await line.dialIn({ from, to }), { patienceMs: 3000 });
    await expect(caller.hears('the weather')).rejects.toThrow(
      'Expected to hear "the weather", but heard ringing, then answered, then "Welcome. Press 1 for a form, 2 for a colleague.".',
    );
    await caller.hangsUp();
    await expect(caller.hears('anything')).rejects.toMatchObject({ code: 'NOT_HEARD' });
    return caller.hearsTheEnd();
  },
};
