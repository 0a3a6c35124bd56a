// A proof for the type checker, never run: every documented field of a payload in the carrier's own SDK is one that
// our schemas know by name, and every documented value of it is one that they accept.
import type Telnyx from 'telnyx';
import type { EventPayload, KnownEventType } from './events.ts';

type PayloadIn<Webhook, Type> = Webhook extends {
  data?: { event_type?: infer SdkType; payload?: infer Payload };
}
  ? [NonNullable<SdkType>, Type] extends [Type, NonNullable<SdkType>]
    ? NonNullable<Payload>
    : never
  : never;

type SdkPayload<Type> = PayloadIn<Telnyx.UnwrapWebhookEvent, Type>;

// An interface has no implicit index signature; the same fields written as a mapped type have.
type Plain<Value> = Value extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Value extends object
    ? { [Key in keyof Value]: Plain<Value[Key]> }
    : Value;

type NamedKeys<Shape> = keyof { [Key in keyof Shape as string extends Key ? never : Key]: unknown };

type Unread<Type extends KnownEventType> = [SdkPayload<Type>] extends [never]
  ? 'the SDK has no such event'
  : {
      [Field in keyof SdkPayload<Type>]: Field extends NamedKeys<EventPayload<Type>>
        ? Plain<SdkPayload<Type>[Field]> extends EventPayload<Type>[Field]
          ? never
          : Field
        : Field;
    }[keyof SdkPayload<Type>];

type UnreadByType = { [Type in KnownEventType]: NonNullable<Unread<Type>> };

declare const unread: UnreadByType;
unread satisfies Record<KnownEventType, never>;
