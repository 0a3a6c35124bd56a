export { Canvas } from './canvas.tsx';
