import { expect, type Locator, type Page } from '@playwright/test';

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** The editor of opening hours, wherever it stands on the page. */
export class HoursEditor {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, root: Locator) {
    this.page = page;
    this.root = root;
  }

  async setTimeZone(typed: string, zone: string): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Time zone' }).fill(typed);
    await this.page.getByRole('option', { name: zone, exact: true }).click();
  }

  /** Gives a day these hours and no others; each is when it opens and when it closes. */
  async setDay(day: Weekday, hours: readonly (readonly [string, string])[]): Promise<void> {
    const add = this.root.getByRole('button', { name: `Add hours to ${day}` });
    const remove = this.root.getByRole('button', { name: new RegExp(`^Remove hours \\d of ${day}$`) });
    await expect(add).toBeVisible();
    const before = await remove.count();
    for (let left = before; left > hours.length; left -= 1) {
      await remove.last().click();
      await expect(remove).toHaveCount(left - 1);
    }
    for (const [index, [opens, closes]] of hours.entries()) {
      const name = index === 0 ? day : `${day}, ${index + 1}`;
      if (index >= before) {
        await add.click();
        await expect(this.root.getByLabel(`${name} opens`)).toBeFocused();
      }
      await this.root.getByLabel(`${name} opens`).fill(opens);
      await this.root.getByLabel(`${name} closes`).fill(closes);
    }
  }

  async copyMondayToFriday(): Promise<void> {
    await this.root.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }).click();
  }

  /** Opens around the clock, all seven days. */
  async openAlways(): Promise<void> {
    await this.setDay('Monday', [['00:00', '00:00']]);
    await this.copyMondayToFriday();
    for (const day of ['Saturday', 'Sunday'] as const) await this.setDay(day, [['00:00', '00:00']]);
  }

  async addHoliday(date: string, name: string, isEveryYear = false): Promise<void> {
    const add = this.root.getByRole('button', { name: 'Add holiday' });
    await expect(add).toBeVisible();
    const place = (await this.root.getByLabel(/^Day of holiday \d+$/).count()) + 1;
    await add.click();
    await expect(this.root.getByLabel(`Day of holiday ${place}`)).toBeFocused();
    await this.root.getByLabel(`Day of holiday ${place}`).fill(date);
    await this.root.getByLabel(`Name of holiday ${place}`).fill(name);
    if (isEveryYear) await this.root.getByLabel(`Holiday ${place} comes every year`).check();
  }

  async removeHoliday(place: number): Promise<void> {
    await this.root.getByRole('button', { name: `Remove holiday ${place}` }).click();
    await expect(this.root.getByLabel(/^Day of holiday \d+$/)).toHaveCount(place - 1);
  }

  /** Asks which way a call would take on that day and time; the answer stands in what is returned. */
  async tryOn(date: string, time: string): Promise<Locator> {
    const tryOut = this.root.getByRole('group', { name: 'Which way on this date?' });
    await tryOut.getByLabel('Date to try').fill(date);
    await tryOut.getByLabel('Time to try').fill(time);
    return tryOut.getByRole('status');
  }
}
