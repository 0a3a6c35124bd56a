import { z } from 'zod';
import { defineOperation, type Operation } from './kit/operation.ts';

const session = z.object({ mode: z.enum(['demo', 'live']), version: z.string() });

export function sessionOperations(answer: z.output<typeof session>): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/session',
      summary: 'Whether real callers are answered, or only the phone of the studio.',
      answers: { 200: session },
      handle: async () => ({ status: 200, body: answer }),
    }),
  ];
}
