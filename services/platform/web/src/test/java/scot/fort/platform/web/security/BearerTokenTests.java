package scot.fort.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class BearerTokenTests {

    private final BearerToken tokens = new BearerToken();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer aZ09-._~+/==", "bearer aZ09-._~+/==", "BEARER aZ09-._~+/=="})
    void isReadWhateverTheCaseOfItsScheme(String header) {
        assertThat(tokens.resolve(with(header))).isEqualTo("aZ09-._~+/==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWJj", "Bearer", "Bearerabc", ""})
    void isNotThereUnderAnotherScheme(String header) {
        assertThat(tokens.resolve(with(header))).isNull();
        assertThat(tokens.resolve(new MockHttpServletRequest())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer ", "Bearer  a", "Bearer a b", "Bearer a=b", "Bearer =", "Bearer \u00e9", "Bearer a,b"})
    void isRefusedWhenItIsNone(String header) {
        assertThatThrownBy(() -> tokens.resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void isTakenFromNoParameter() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("access_token", "abc");

        assertThat(tokens.resolve(request)).isNull();
    }

    private static MockHttpServletRequest with(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return request;
    }
}
