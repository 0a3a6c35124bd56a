import { idSchema } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { proposeId } from './propose-id.ts';

describe('the id proposed for a name', () => {
  it.each([
    ['Clinic front desk', 'clinic_front_desk'],
    ['  Müller & Söhne, Köln!  ', 'muller_sohne_koln'],
    ['24/7 hotline', 'hotline'],
    ['Línea de atención', 'linea_de_atencion'],
    ['電話', 'flow'],
    ['', 'flow'],
    ['42', 'flow'],
  ])('of “%s” is %s', (name, id) => {
    expect(proposeId(name, [])).toBe(id);
  });

  it('counts up while it is taken', () => {
    expect(proposeId('Shop', ['shop', 'shop_2'])).toBe('shop_3');
  });

  it('is always an id, however long or odd the name', () => {
    const names = [
      'x'.repeat(200),
      'word '.repeat(30),
      '_a_',
      '9 lives',
      'ß',
      '🙂 shop',
      'a'.repeat(63) + ' b',
    ];
    for (const name of names) {
      const id = proposeId(name, [proposeId(name, [])]);
      expect(idSchema.safeParse(id).success, id).toBe(true);
    }
  });
});
