import { memo } from 'react';
import type { CardContent, CardNode } from './canvas-nodes.ts';
import { useCanvas } from './canvas-provider.tsx';
import { CardBody } from './card-body.tsx';
import { CardBoundary } from './card-boundary.tsx';
import { CompactCard } from './compact-card.tsx';
import type { NodeProps } from './react-flow.ts';

/** React Flow draws this at every step of a drag; what it holds is drawn only when the node itself changes. */
export function NodeCard({ id, data, selected }: NodeProps<CardNode>) {
  return <Card id={id} content={data} selected={selected} />;
}

interface Props {
  readonly id: string;
  readonly content: CardContent;
  readonly selected: boolean;
}

const Card = memo(function Card({ id, content, selected }: Props) {
  const isCompact = useCanvas((state) => state.isCompact);
  return (
    <CardBoundary record={content.record} name={content.view.name}>
      {isCompact && !selected ? (
        <CompactCard id={id} view={content.view} geometry={content.geometry} />
      ) : (
        <CardBody id={id} content={content} selected={selected} />
      )}
    </CardBoundary>
  );
});
