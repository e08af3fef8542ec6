import { describe, expect, test } from "vitest";
import { OWN_PAGE_MARK } from "../../../src/domain/device-copy";
import { isGate, UNFOLLOWED } from "../../../src/domain/sign-in";

const html = (body: string, status = 200) =>
  new Response(body, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
const redirected = () => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });

describe("isGate", () => {
  test.each([
    ["a redirection that was not followed", redirected()],
    ["the status that asks for a sign-in", new Response(null, { status: 401 })],
    ["the status that forbids", html("Forbidden", 403)],
    ["a page of somebody else's", html("<h1>Sign in</h1>")],
  ])("is %s", async (_, response) => {
    expect(await isGate(response)).toBe(true);
  });

  test.each([
    ["a file", new Response("{}", { headers: { "Content-Type": "application/json" } })],
    ["a file that names no type", new Response(new Uint8Array(3))],
    ["a page of ours, as some hosts send it for a missing file", html(`<script ${OWN_PAGE_MARK}>{}</script>`)],
    ["a missing file", html("<h1>Not found</h1>", 404)],
    ["a server in trouble", html("<h1>Bad gateway</h1>", 502)],
    ["nothing new", new Response(null, { status: 304 })],
  ])("is not %s", async (_, response) => {
    expect(await isGate(response)).toBe(false);
  });

  test("leaves the body to be read", async () => {
    const response = html("<h1>Sign in</h1>");
    await isGate(response);
    expect(await response.text()).toBe("<h1>Sign in</h1>");
  });

  test("is asked of requests that follow no redirection and stay within the origin with their cookies", () => {
    expect(UNFOLLOWED).toEqual({ credentials: "same-origin", redirect: "manual" });
  });
});
