export { carrierActions } from './catalogue.ts';
export { checkCarrierAction } from './check.ts';
