export { CallButton } from './call-button.tsx';
export { PhonePanel } from './phone-panel.tsx';
export { PhoneProvider } from './phone-provider.tsx';
