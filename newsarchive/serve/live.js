// Loads a page again when it says something else since the site was built anew, and shows over it why that could not be
// done.
"use strict";

(() => {
    if (window.top !== window) return; // a page inside a page is loaded again with it

    const { notices, shows } = document.currentScript.dataset;
    let { build } = document.currentScript.dataset;
    let latest = null;
    let source = null;
    let panel = null;

    const STYLE = `
        section {
            position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh;
            overflow: auto; padding: 1em 1.5em; border-top: 4px solid #b3261e; background: #fff; color: #1b1b1b;
            font: 16px/1.45 system-ui, sans-serif; text-align: left;
        }
        h2 { margin: 0; font-size: 1.1em; }
        p { margin: .5em 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
        button { float: right; font: inherit; }
        @media print { section { display: none; } }
    `;

    const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

    const hide = () => {
        panel?.remove();
        panel = null;
    };

    const show = complaints => {
        hide();
        if (!complaints.length) return;
        panel = document.createElement("div");
        panel.dir = "ltr";
        panel.lang = "en";
        const sheet = new CSSStyleSheet(); // the page's policy allows a script this, and no element of style
        sheet.replaceSync(STYLE);
        const root = panel.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        const box = element("section", "");
        box.setAttribute("role", "alert");
        const button = element("button", "Hide");
        button.addEventListener("click", hide);
        const heading = element("h2", "This could not be built. The site is shown as it was.");
        box.append(button, heading, ...complaints.map(complaint => element("p", complaint)));
        root.append(box);
        document.body.append(panel);
    };

    const isAsItWas = () =>
        fetch(location.href, { method: "HEAD", cache: "no-store" }).then(
            ({ headers }) => headers.get("ETag") === `"${shows}"`,
            () => false,
        );

    const hear = async ({ data }) => {
        const notice = JSON.parse(data);
        latest = notice;
        if (notice.build !== build && !(await isAsItWas())) {
            location.reload(); // which keeps the place that was scrolled to
        } else if (notice === latest) { // no newer one came meanwhile
            build = notice.build;
            show(notice.complaints);
        }
    };

    // A browser opens six connections to a site and no more: tabs that nobody sees leave theirs to the others, and
    // are told what they missed as soon as they are seen.
    const listen = () => {
        if (document.visibilityState === "hidden") hush();
        else if (!source) {
            source = new EventSource(notices);
            source.addEventListener("message", hear);
        }
    };

    const hush = () => {
        source?.close();
        source = null;
    };

    document.addEventListener("visibilitychange", listen);
    window.addEventListener("pageshow", listen); // a page that the back button brought is as old as it was left
    window.addEventListener("pagehide", hush);
    listen();
})();
