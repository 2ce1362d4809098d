package club.panamia.dev.service;

import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.layout.SuiteSettings;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import java.nio.file.Path;
import java.util.ArrayList;

/** One service in a process of its own. */
public record ServiceProcess(SuiteService service, Child child) {

    public static ServiceProcess start(
            Children children, SuiteService service, SuiteFolder folder, SuiteSettings settings) {
        var app = folder.app(service.module());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmOptions.forService());
        // The name of the suite's folder tells, after a crash, whose process this is.
        command.add("-Dpana.suite=" + folder.home());
        command.add("-jar");
        command.add("quarkus-run.jar");
        var child = children.start(service.module(), command, settings.of(service), app, folder.log(service.module()));
        return new ServiceProcess(service, child);
    }
}
