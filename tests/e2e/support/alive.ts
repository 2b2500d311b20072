import { expect, type Page } from '@playwright/test';

/** All of the page can be operated: what would say why it does not start has gone. */
export const expectAlive = (page: Page) => expect(page.locator('#cannot-start')).not.toBeAttached();
