import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { bindResource, createFlow, queryKeys } from '../../api/index.ts';
import { make, type Outcome, type Wanted } from './making.ts';

export type MakingState = { readonly kind: 'ready' | 'busy' } | Exclude<Outcome, { kind: 'made' }>;

/** Makes what was asked for, opens the flow when all of it is there, and else says how far it came. */
export function useMaking() {
  const [state, setState] = useState<MakingState>({ kind: 'ready' });
  const done = useRef(new Map<string, string>());
  const navigate = useNavigate();
  const client = useQueryClient();
  const start = async (wanted: Wanted) => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy' });
    const outcome = await make(wanted, done.current, { createFlow, bindResource });
    void client.invalidateQueries({ queryKey: queryKeys.flows });
    void client.invalidateQueries({ queryKey: queryKeys.resources });
    if (outcome.kind === 'made') await navigate(`/flows/${wanted.flow.id}`);
    else setState(outcome);
  };
  return { state, start, isMade: state.kind === 'stopped' && state.made.length > 0 };
}
