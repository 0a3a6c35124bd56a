import type { Flow } from '@gatherline/flow';
import { z } from 'zod';
import { ApiError, messageOf } from './api-error.ts';
import { paths } from './paths.ts';
import { request } from './request.ts';
import { draftSchema } from './shapes.ts';

/** What became of one attempt to save. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly flow: Flow; readonly revision: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string };

const conflictSchema = z.object({ current: draftSchema });

/** Writes a draft that was based on `revision`. Never rejects. */
export async function saveFlow(flow: Flow, revision: number): Promise<SaveOutcome> {
  try {
    const saved = await request(z.object({ revision: z.number().int() }), paths.flow(flow.id), {
      method: 'PUT',
      body: { flow },
      ifMatch: revision,
    });
    return { kind: 'saved', revision: saved.revision };
  } catch (cause) {
    return outcomeOf(cause);
  }
}

function outcomeOf(cause: unknown): SaveOutcome {
  if (!(cause instanceof ApiError)) return { kind: 'refused', message: messageOf(cause) };
  if (cause.status === 412) {
    const conflict = conflictSchema.safeParse(cause.body);
    if (conflict.success) return { kind: 'conflict', ...conflict.data.current };
  }
  const isAway = cause.code === 'unreachable' || cause.status >= 500 || cause.status === 429;
  return isAway ? { kind: 'unreachable' } : { kind: 'refused', message: cause.message };
}
