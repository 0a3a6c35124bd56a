import { type Context, type Emitter, Output, type Template, toValueSync } from 'liquidjs';

/** Is given each `{{ … }}`, as it is written, of which nothing came. */
export type OnEmpty = (output: string) => void;

const REGISTER = 'on_empty';

/** Has everything that is rendered in this context tell of outputs of which nothing came. */
export function tellOfEmptyOutputs(context: Context, onEmpty: OnEmpty): void {
  context.setRegister(REGISTER, onEmpty);
}

/** Makes the outputs of a parsed template able to tell; one with a `default` has said itself what shall stand there. */
export function watchOutputs(templates: readonly Template[]): void {
  for (const template of templates) {
    if (!(template instanceof Output)) watchOutputs(childrenOf(template));
    else if (!template.value.filters.some(({ name }) => name === 'default')) watch(template);
  }
}

function childrenOf(template: Template): readonly Template[] {
  const children = template.children?.(false, true);
  return children === undefined ? [] : toValueSync(children);
}

function watch(output: Output): void {
  const render = output.render.bind(output);
  const text = output.token.getText();
  output.render = (context, emitter) => {
    const onEmpty = context.getRegister<OnEmpty | undefined>(REGISTER);
    return render(context, onEmpty === undefined ? emitter : watched(emitter, () => onEmpty(text)));
  };
}

/** An output writes once, after its filters. */
function watched(emitter: Emitter, onNothing: () => void): Emitter {
  return {
    buffer: emitter.buffer,
    write(value) {
      const { length } = emitter.buffer;
      emitter.write(value);
      if (emitter.buffer.length === length) onNothing();
    },
  };
}
