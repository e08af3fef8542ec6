/**
 * Builds the demo and serves it inside two made-up pages of other sites, to see and try the widget:
 * `npm run demo:hosts` (after `npm run build:app`). Ends with Ctrl+C.
 */
import { demoHosts } from "../tests/browser/support/demo-hosts";

const { shop, intranet, help, staff, remove } = await demoHosts();
console.log(`A shop's checkout:  ${shop.page("en/checkout.html")}
  in Chinese:       ${shop.page("zh/checkout.html")}
  its help centre:  ${help.url}
An intranet portal: ${intranet.page("index.html")}
  its help centre:  ${staff.url}
Press Ctrl+C to stop.`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void remove());
