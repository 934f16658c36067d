import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  build: {
    // The oldest web views the program is opened in: WebKitGTK 4.1, WebView2, WKWebView.
    target: ["chrome111", "safari16.4"],
    // The page's security policy knows no data: addresses, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    // Every web view above loads modules ahead by itself.
    modulePreload: { polyfill: false },
  },
});
