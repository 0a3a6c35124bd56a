/** A carrier on your desk: the model, the people who call, and the HTTP server around them. */
export * from './model/index.ts';
export { type Clock, type ManualClock, manualClock, realClock, scaledClock } from './server/clock.ts';
export { createEmulator, type Emulator, type EmulatorOptions } from './server/create-emulator.ts';
export type { Accidents } from './server/deliveries.ts';
export type { AcceptedCommand } from './server/exchange.ts';
export type { Attempt } from './server/sender.ts';
