package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystemException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.FileSystem;
import jakarta.inject.Singleton;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/** Files in a folder of this machine, or of a volume that several machines share. */
@Singleton
class BlobFolder implements BlobStore {

    private final FileSystem files;
    private final Path folder;

    BlobFolder(Vertx vertx, MediaSettings settings) {
        files = vertx.fileSystem();
        folder = Path.of(settings.folder()).toAbsolutePath();
    }

    /** Written under another name first: a rename is all or nothing. */
    @Override
    public Uni<Void> put(String key, byte[] content) {
        var target = folder.resolve(key);
        var part = target.resolveSibling(UUID.randomUUID() + ".part").toString();
        var group = folder.resolve(key.substring(0, key.lastIndexOf('/')));
        return files.mkdirs(group.toString())
                .chain(() -> files.writeFile(part, Buffer.buffer(content)))
                .chain(() -> files.move(
                        part,
                        target.toString(),
                        new CopyOptions().setReplaceExisting(true).setAtomicMove(true)));
    }

    @Override
    public Uni<byte[]> get(String key) {
        return files.readFile(folder.resolve(key).toString())
                .map(Buffer::getBytes)
                .onFailure(BlobFolder::isMissing)
                .transform(missing -> NOT_FOUND.because("There is no such file."));
    }

    @Override
    public Uni<Void> remove(String group) {
        return files.deleteRecursive(folder.resolve(group).toString())
                .onFailure(BlobFolder::isMissing)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof FileSystemException && failure.getCause() instanceof NoSuchFileException;
    }
}
