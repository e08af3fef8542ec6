import { chromium } from "playwright-core";
import { startServer } from "/work/main/src/cli/serve";
const only = process.argv[2];
const { server, url } = await startServer("/tmp/off/x", { port: 0, host: "127.0.0.1" });
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"]});
for (const [w, scheme, loc] of [[390,"light","en"],[1280,"dark","zh"],[1280,"light","en"],[390,"dark","zh"]] as const) {
  const c = await b.newContext({ viewport: { width: w, height: w===390?844:900 }, colorScheme: scheme });
  const p = await c.newPage();
  const shot = async (n: string, full=true) => { if(!only||n.includes(only)) await p.screenshot({ path: `/tmp/off/shots/${n}-${w}-${scheme}-${loc}.png`, fullPage: full }); };
  await p.goto(`${url}${loc}/orders/`); await p.waitForTimeout(1500); await shot("section", false);
  await p.goto(`${url}${loc}/offline/?section=orders`); await p.waitForTimeout(800); await shot("keep");
  await p.locator(".keep button[type=submit]").click(); await p.waitForTimeout(1500); await shot("kept");
  await p.goto(`${url}${loc}/returns/return-an-item/`); await p.waitForTimeout(500);
  await p.locator("[data-vote=no]").click(); await p.locator(".helpful").scrollIntoViewIfNeeded(); await shot("helpful", false);
  await p.goto(`${url}${loc}/your-data/`); await p.waitForTimeout(1200); await shot("data");
  await c.setOffline(true);
  await p.goto(`${url}${loc}/returns/return-an-item/`); await p.waitForTimeout(500); await shot("article-off", false);
  await p.goto(`${url}${loc}/contact/`); await p.waitForTimeout(500); await shot("contact-off");
  await p.goto(`${url}${loc}/payments/pay-in-instalments/`); await p.waitForTimeout(1500); await shot("missing");
  await c.close();
}
await b.close(); server.closeAllConnections(); server.close();
