import { isJsonObject, type Json } from '../json.ts';
import type { Flow } from '../schema.ts';
import { flowFrom } from './flow-from.ts';

/** A menu with two keys, a branch, a handler, and texts that read what was pressed. */
export const clinic: Flow = flowFrom({
  id: 'clinic',
  name: 'Clinic',
  settings: { voice: 'Telnyx.KokoroTTS.af', handlers: { error: 'goodbye' } },
  variables: { urgent: false },
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'menu' } },
    menu: {
      type: 'gather_using_speak',
      label: 'Main menu',
      params: {
        payload: 'Press 1 for appointments, 2 for the pharmacy.',
        choices: [
          { digits: '1', label: 'Appointments' },
          { digits: '2', label: 'Pharmacy' },
        ],
        timeout_millis: 6000,
      },
      exits: { '1': 'book', '2': 'goodbye', no_input: 'menu' },
    },
    book: {
      type: 'speak',
      label: 'Booking',
      params: { payload: 'You pressed {{ nodes.menu.digits }}.' },
      exits: { done: 'sort' },
    },
    sort: {
      type: 'branch',
      label: 'Sort',
      params: { branches: [{ name: 'one', when: "nodes.menu.digits == '1'" }] },
      exits: { one: 'goodbye', else: 'menu' },
    },
    goodbye: { type: 'hangup', label: 'Goodbye' },
  },
  layout: { incoming: [0, 0], menu: [360, 0], book: [720, 0], sort: [1080, 0], goodbye: [1440, 0] },
});

type Parts = { readonly [key: string]: Json | undefined | Parts };

/** The clinic with some parts replaced; objects are gone into, `undefined` takes a part away. */
export function clinicWith(parts: Parts): Flow {
  return flowFrom(replaced(clinic, parts));
}

function replaced(value: { readonly [key: string]: Json }, parts: Parts): { readonly [key: string]: Json } {
  const next: Record<string, Json> = { ...value };
  for (const [key, part] of Object.entries(parts)) {
    const old = next[key];
    if (part === undefined) delete next[key];
    else if (isJsonObject(part) || isParts(part)) next[key] = replaced(isJsonObject(old) ? old : {}, part);
    else next[key] = part;
  }
  return next;
}

function isParts(value: Json | Parts): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
