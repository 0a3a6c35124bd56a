export { carrierActions, hasNode } from './catalogue.ts';
export { checkCarrierAction } from './check.ts';
