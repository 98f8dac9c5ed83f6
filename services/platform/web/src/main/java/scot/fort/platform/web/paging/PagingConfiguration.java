package scot.fort.platform.web.paging;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scot.fort.platform.web.request.ArgumentReader;

/** Lets controllers ask for a {@link PageQuery}. */
@AutoConfiguration
class PagingConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentReader<>(PageQuery.class, PageQueryReader::read));
    }
}
