package club.panamia.testing.browser;

import static club.panamia.testing.Eventually.eventually;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A person's browser of its own: an installed Chromium without a window, with an empty profile. It reaches the service under test by
 * the public address, so that origins and cookies are what they are for people. It fetches and installs nothing.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");
    private static final List<String> FOLDERS =
            List.of("/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome");
    private static final List<String> QUIETLY = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;
    private final String publicUrl;
    private boolean scripts = true;

    /**
     * @param publicUrl what the service believes to be its address, such as {@code http://localhost:8080}
     * @param port where it really listens, on this machine
     * @param language of the browser's wishes, such as {@code es}
     */
    public Chromium(String publicUrl, int port, String language) {
        this.publicUrl = publicUrl;
        try {
            profile = Files.createTempDirectory("pana-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = new ChromeOptions();
        options.setBinary(program(PROGRAMS).orElseThrow().toFile());
        options.addArguments(QUIETLY);
        options.addArguments(
                "--user-data-dir=" + profile,
                "--accept-lang=" + language,
                "--host-resolver-rules=MAP %s 127.0.0.1:%d".formatted(publicUrl.replaceFirst("^https?://", ""), port));
        driver = new ChromeDriver(service(), options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).implicitlyWait(Duration.ZERO);
        driver.manage().window().setSize(new Dimension(900, 1000));
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(program(DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
    }

    /** Whether there are both a browser and its driver. */
    public static boolean isInstalled() {
        return program(PROGRAMS).isPresent() && program(DRIVERS).isPresent();
    }

    private static Optional<Path> program(List<String> names) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        var folders = Stream.concat(Arrays.stream(path), FOLDERS.stream()).toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Types an address into the address bar: a path, or all of it. */
    public Chromium open(String address) {
        driver.get(address.startsWith("/") ? publicUrl + address : address);
        return this;
    }

    public String path() {
        var url = driver.getCurrentUrl();
        return url.startsWith(publicUrl) ? url.substring(publicUrl.length()) : url;
    }

    public String title() {
        return String.valueOf(driver.getTitle());
    }

    /** What a person reads. */
    public String text() {
        return find("body").getText();
    }

    public String text(String css) {
        return find(css).getText();
    }

    /** Fills a field that is found by its label. */
    public Chromium type(String label, String value) {
        var field =
                driver.findElement(By.xpath("//input[@id = //label[normalize-space() = '%s']/@for]".formatted(label)));
        field.clear();
        field.sendKeys(value);
        return this;
    }

    /** Presses the button, or follows the link, with these words. */
    public Chromium press(String words) {
        var pressed = driver.findElement(
                By.xpath("//button[normalize-space() = '%1$s'] | //a[normalize-space() = '%1$s']".formatted(words)));
        return leaving(pressed::click);
    }

    /** Presses Enter where the cursor stands. */
    public Chromium enter() {
        var cursor = cursor();
        return leaving(() -> cursor.sendKeys("\n"));
    }

    /** On a page without scripts a press can only lead to the next one, and the driver does not always see that it is on its way. */
    private Chromium leaving(Runnable press) {
        var leads = !scripts || driver.findElements(By.tagName("script")).isEmpty();
        var page = find("html");
        press.run();
        if (leads) {
            eventually("the page behind what was pressed", PATIENCE, () -> isAnotherThan(page));
        }
        return this;
    }

    /** The name of the field or the words of the button that has the focus. */
    public String focused() {
        var element = cursor();
        var name = element.getDomAttribute("name");
        return name == null ? element.getText() : name;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(driver.manage().getCookieNamed(name)).map(cookie -> cookie.getValue());
    }

    /** Runs a script in the page, as no page of ours could; what it returns are texts. */
    public List<String> ask(String script) {
        return driver.executeScript(script) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** As wide as a phone or a desktop. */
    public Chromium size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** For people who like it dark. */
    public Chromium dark() {
        var feature = Map.of("name", "prefers-color-scheme", "value", "dark");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** From now on no page can run a script. */
    public Chromium withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        scripts = false;
        return this;
    }

    /** A picture of the page, kept below {@code target/screenshots}. */
    public Path picture(String name) {
        try {
            var folder = Files.createDirectories(Path.of("target", "screenshots"));
            return Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages put it somewhere themselves, a moment after they are there. */
    private WebElement cursor() {
        eventually(
                "the cursor stands somewhere",
                PATIENCE,
                () -> !isBody(driver.switchTo().activeElement()));
        return driver.switchTo().activeElement();
    }

    private static boolean isBody(WebElement element) {
        return "body".equals(element.getTagName());
    }

    private boolean isAnotherThan(WebElement page) {
        try {
            return !find("html").equals(page);
        } catch (WebDriverException onItsWay) {
            return false;
        }
    }

    private WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
