import { expect, type Locator, type Page } from '@playwright/test';

/** Seconds that a step waits for a caller: the call runs eight times as fast as whoever presses and types. */
export const longWait = '120';

/** The studio as a person uses it: by the words on the screen. */
export class Studio {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Makes a flow that holds nothing but its start, and opens it. */
  async newFlow(name: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name: 'New flow' }).click();
    await this.page.getByRole('link', { name: 'Empty flow' }).click();
    const field = this.page.getByRole('textbox', { name: 'Name' });
    await expect(field).toBeFocused();
    await field.fill(name);
    await this.page.getByRole('button', { name: 'Create flow' }).click();
    await expect(this.step('Start')).toBeVisible();
  }

  /** Chooses a ready-made flow in the gallery; its form has the keyboard. */
  async chooseTemplate(name: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name: 'New flow' }).click();
    await expect(this.page.getByRole('searchbox', { name: 'Search the templates' })).toBeFocused();
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  }

  /** Opens the hours of that title around the clock, all seven days. */
  async openAlways(title: string): Promise<void> {
    const hours = this.page.getByRole('group', { name: title });
    await hours.getByRole('button', { name: 'Set opening hours' }).click();
    const fill = async (day: string) => {
      await hours.getByLabel(`${day} opens`).fill('00:00');
      await hours.getByLabel(`${day} closes`).fill('00:00');
    };
    await fill('Monday');
    await hours.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }).click();
    for (const day of ['Saturday', 'Sunday']) {
      await hours.getByRole('button', { name: `Add hours to ${day}` }).click();
      await fill(day);
    }
  }

  /** Declares a name that the open flow reads from its surroundings; no step may be selected. */
  async declareResource(name: string, kind: string): Promise<void> {
    await this.settings.getByRole('button', { name: 'Add detail' }).click();
    const field = this.settings.getByRole('textbox', { name: 'Name of detail 1' });
    await field.fill(name);
    await field.press('Enter');
    await this.settings.getByRole('combobox', { name: `Kind of ${name}` }).click();
    await this.page.getByRole('option', { name: kind, exact: true }).click();
  }

  async openFlow(id: string): Promise<void> {
    await this.page.goto(`/flows/${id}`);
    await expect(this.page.getByRole('button', { name: 'Draft: Saved' })).toBeVisible();
  }

  /** The card of a step, by the words on it. */
  step(words: string): Locator {
    return this.page.locator('[aria-roledescription="step"]').filter({ hasText: words });
  }

  /** The whole card of a step, with the marks on it, by its id. */
  card(id: string): Locator {
    return this.page.locator(`[data-node="${id}"]`);
  }

  get settings(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Settings' });
  }

  get phone(): Locator {
    return this.page.getByRole('region', { name: 'Phone' });
  }

  /** A text field of the step whose settings are open. */
  field(label: string): Locator {
    return this.settings.getByRole('textbox', { name: new RegExp(`^${label}`) });
  }

  /** Pulls a wire from an exit onto the empty canvas, and picks a kind of step from what opens there. */
  async pullToNew({
    exit,
    of,
    kind,
    by,
  }: {
    exit: string;
    of: string;
    kind: string;
    by: [number, number];
  }): Promise<void> {
    const port = this.page.getByRole('button', { name: `Connect exit ${exit} of ${of}`, exact: true });
    // Hovering waits until the canvas has come to rest.
    await port.hover();
    const box = await port.boundingBox();
    if (box === null) throw new Error(`The exit ${exit} of ${of} is not on the screen.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.down();
    await this.page.mouse.move(x + by[0] / 2, y + by[1] / 2, { steps: 5 });
    await this.page.mouse.move(x + by[0], y + by[1], { steps: 5 });
    await this.page.mouse.up();
    await this.kind(kind).click();
  }

  /** A kind of step in the list that is open. */
  private kind(title: string): Locator {
    const named = this.page.getByText(title, { exact: true });
    return this.page.getByRole('option').filter({ has: named });
  }

  /** Adds a step behind an exit by the plus there, typing what is looked for; its settings are open. */
  async addAfter({ exit, of, kind }: { exit: string; of: string; kind: string }): Promise<void> {
    // A way out that asks for nothing shows its plus to whoever points at it.
    await this.page.getByRole('button', { name: `Connect exit ${exit} of ${of}`, exact: true }).hover();
    await this.page.getByRole('button', { name: `Add a step after ${exit} of ${of}`, exact: true }).click();
    const search = this.page.getByRole('combobox', { name: `Add after ${exit} of ${of}` });
    await this.pick(kind, search);
  }

  /** Adds a step behind an exit of the step whose settings are open, from there; the new one's settings are open then. */
  async addNext({ exit, kind }: { exit: string; kind: string }): Promise<void> {
    await this.leadTo(exit, 'New step…');
    await this.pick(kind, this.page.getByRole('combobox', { name: new RegExp(`^Add after ${exit} of `) }));
  }

  private async pick(kind: string, search: Locator): Promise<void> {
    await expect(search).toBeFocused();
    await search.fill(kind);
    await this.kind(kind).click();
    await expect(this.settings.getByRole('heading', { name: kind, level: 2 })).toBeVisible();
  }

  /** Opens a group of fields of the step whose settings are open. */
  async openGroup(title: string): Promise<void> {
    const group = this.settings.getByRole('button', { name: new RegExp(`^${title}`), expanded: false });
    await group.click();
  }

  /** Gives the step whose settings are open a name of its own, which heads them from then on. */
  async nameStep(name: string): Promise<void> {
    await this.settings.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await expect(this.settings.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible();
  }

  /** Puts a value into a text of the open step by its { } menu. */
  async insertValue(field: string, value: string): Promise<void> {
    await this.settings.getByRole('button', { name: `Insert a value into ${field}` }).click();
    await this.page.getByRole('menuitem', { name: value, exact: true }).click();
  }

  /** Types over the part of a text that the page has selected. */
  async typeOver(selected: string, typed: string): Promise<void> {
    await expect.poll(() => this.page.evaluate('String(getSelection())')).toBe(selected);
    await this.page.keyboard.type(typed);
  }

  /** Finds a step on the canvas, by the words on its card, and goes to its settings. */
  async openSettings(words: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Settings' }).click();
    await this.page.getByRole('button', { name: 'Fit the flow' }).click();
    await this.step(words).click();
  }

  /** Wires an exit of the step whose settings are open to a step that is there. */
  async leadTo(exit: string, target: string): Promise<void> {
    await this.settings.getByRole('combobox', { name: exit, exact: true }).click();
    await this.page.getByRole('option', { name: target, exact: true }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Draft: Saved' })).toBeVisible();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await this.page.getByRole('button', { name: 'Publish now' }).click();
    await expect(this.page.getByRole('dialog').getByText(/^Version \d+ is published$/)).toBeVisible();
    await this.page.getByRole('button', { name: 'Done', exact: true }).click();
  }

  async call(): Promise<void> {
    await this.page.getByRole('button', { name: 'Call this flow' }).click();
  }

  async press(key: string): Promise<void> {
    await this.phone.getByRole('button', { name: `Key ${key}`, exact: true }).click();
  }

  async hangUp(): Promise<void> {
    await this.phone.getByRole('button', { name: 'Hang up' }).click();
  }

  async say(words: string): Promise<void> {
    const box = this.phone.getByRole('textbox', { name: 'Say something' });
    await box.fill(words);
    await box.press('Enter');
  }

  heard(words: string | RegExp): Locator {
    return this.phone.getByRole('log', { name: 'Conversation' }).getByText(words).first();
  }

  traced(words: string | RegExp): Locator {
    return this.phone
      .getByRole('region', { name: 'What happened' })
      .getByRole('listitem')
      .filter({ hasText: words })
      .first();
  }

  /** The bytes of the flow's file, as its menu in the list exports it. */
  async exportFlow(name: string): Promise<string> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: `More for ${name}` }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: 'Export as a file' }).click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
}
