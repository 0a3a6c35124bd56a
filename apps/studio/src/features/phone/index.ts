export { CallButton } from './call-button.tsx';
export { PhonePanel } from './phone-panel.tsx';
