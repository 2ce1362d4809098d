package club.panamia.testing.browser;

import static club.panamia.testing.Eventually.eventually;

import java.time.Duration;
import java.util.List;

/** What a page must offer to people who see little, use a keyboard or listen (WCAG 2.2, levels A and AA, as far as it is computed). */
public final class Readable {

    /** Contrast of every text (1.4.3), a label for every field (3.3.2), a language (3.1.1), a title, one h1, a main (1.3.1). */
    private static final String FAULTS = """
            const faults = [];
            const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
            const part = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
            const ground = e => {
              for (; e; e = e.parentElement) {
                const c = rgb(getComputedStyle(e).backgroundColor);
                if (c.length === 3 || c[3] === 1) return c;
              }
              return [255, 255, 255];
            };
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {
              const e = node.parentElement;
              if (!node.data.trim() || !e.getClientRects().length) continue;
              const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
              const contrast = (a + 0.05) / (b + 0.05);
              if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${node.data.trim()}`);
            }
            for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
              if (!field.labels.length) faults.push(`no label: ${field.name}`);
            for (const image of document.querySelectorAll('img:not([alt])')) faults.push(`no alt: ${image.src}`);
            for (const e of document.querySelectorAll('button, a.button, input:not([type=hidden])'))
              if (e.getBoundingClientRect().height < 24) faults.push(`small target: ${e.textContent || e.name}`);
            for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
              for (const id of `${e.getAttribute('aria-describedby') || ''} ${e.getAttribute('aria-labelledby') || ''}`.trim().split(/\\s+/))
                if (!document.getElementById(id)) faults.push(`nothing has the id ${id}`);
            if (!document.documentElement.lang) faults.push('no language');
            if (!document.title.trim()) faults.push('no title');
            if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
            if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
            if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the window');
            return faults;
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Readable() {}

    /** What is wrong with the page that the browser shows, as soon as it has all of it; nothing, as a rule. */
    public static List<String> faults(Chromium browser) {
        eventually(
                "all of the page",
                PATIENCE,
                () -> browser.ask("return [document.readyState];").contains("complete"));
        return browser.ask(FAULTS);
    }
}
