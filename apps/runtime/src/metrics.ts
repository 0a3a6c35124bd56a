import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallStore } from './store/ports/call-store.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const fastSeconds = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1];

/** The service's figures for Prometheus. Test calls are left out of all but the faults. */
export function createMetrics(calls: Pick<CallStore, 'count'>) {
  const registry = new Registry();
  const registers = [registry];
  const metrics = {
    webhooks: new Counter({
      name: 'gatherline_webhooks_total',
      help: 'Webhooks with a good signature, by event type and outcome.',
      labelNames: ['type', 'outcome'] as const,
      registers,
    }),
    rejectedSignatures: new Counter({
      name: 'gatherline_rejected_signatures_total',
      help: 'Webhooks that were refused for their signature, by reason; stale: it holds, but not by the clock of this machine.',
      labelNames: ['reason'] as const,
      registers,
    }),
    transitionSeconds: new Histogram({
      name: 'gatherline_transition_seconds',
      help: 'Time in which the engine moved a call by one event.',
      buckets: fastSeconds,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'gatherline_webhook_commit_seconds',
      help: 'Time from the arrival of a webhook until it was on the disk.',
      buckets: fastSeconds,
      registers,
    }),
    commands: new Counter({
      name: 'gatherline_commands_total',
      help: 'Commands to the carrier, by action and outcome.',
      labelNames: ['action', 'outcome'] as const,
      registers,
    }),
    faults: new Counter({
      name: 'gatherline_faults_total',
      help: 'Faults of this service that one call paid for, test calls included, by the place.',
      labelNames: ['place'] as const,
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
  for (const gauge of storeGauges(calls)) registry.registerMetric(gauge);
  return metrics;
}

function storeGauges(calls: Pick<CallStore, 'count'>): readonly Gauge[] {
  const registers: Registry[] = [];
  return [
    new Gauge({
      name: 'gatherline_calls',
      help: 'Calls by state.',
      labelNames: ['state'] as const,
      registers,
      async collect() {
        const { states } = await calls.count();
        for (const [state, number] of Object.entries(states)) this.set({ state }, number);
      },
    }),
    new Gauge({
      name: 'gatherline_outbox_depth',
      help: 'Commands that wait to be carried out.',
      registers,
      async collect() {
        this.set((await calls.count()).pending);
      },
    }),
  ];
}

const knownLabel = /^[a-z][a-z0-9_.]{0,63}$/;

/** A label's value that came from outside: what does not look like a name must not become one. */
export function toLabel(value: string): string {
  return knownLabel.test(value) ? value : 'other';
}
