import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';

interface Props extends ButtonProps {
  readonly children: ReactNode;
  readonly onPick: (file: File) => void;
}

/** Opens the browser's file dialog for a flow file; the same file may be picked twice. */
export function PickFileButton({ children, onPick, ...button }: Props) {
  const reset = useRef<(() => void) | null>(null);
  return (
    <FileButton
      accept=".json,application/json"
      resetRef={reset}
      inputProps={{ 'aria-label': 'Flow file to import' }}
      onChange={(file) => {
        if (file !== null) onPick(file);
        reset.current?.();
      }}
    >
      {(props) => (
        <Button {...button} {...props}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
