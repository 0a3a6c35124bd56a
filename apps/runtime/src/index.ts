export { createServer, type Server, type ServerParts } from './server.ts';
export { type RunningService, startService } from './start.ts';
