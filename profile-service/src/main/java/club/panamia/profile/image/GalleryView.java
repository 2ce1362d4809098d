package club.panamia.profile.image;

import club.panamia.kernel.media.MediaFiles;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** My pictures. */
@Schema(description = "My pictures, by where they hang: primary, header, gallery1, gallery2, gallery3")
record GalleryView(@Schema(required = true) Map<String, ImageView> images) {

    static RestResponse<GalleryView> answer(Gallery gallery, MediaFiles files) {
        var images = new TreeMap<String, ImageView>();
        gallery.images.forEach((slot, image) -> images.put(slot, ImageView.of(image, files)));
        return ResponseBuilder.ok(new GalleryView(images))
                .tag(String.valueOf(gallery.version))
                .build();
    }
}
